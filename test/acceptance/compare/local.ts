import { startEmulator } from "../../../emulator";
import { chooseCaches } from "../plan/choose";
import { KINDS } from "../plan/kinds";
import { newPassword } from "../play/program";
import { playAndRemove, type Recorder, type Result } from "../play/run";
import { connected } from "../play/stage";

/** The local DCS takes any network. */
export const LOCAL_NETWORK = {
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
};

/** Instances that are left, as the local DCS itself counts them. */
export interface LocalResult extends Result {
  readonly instances: number;
}

/** Plays the same life against the local DCS, whose clock runs faster. */
export async function playLocally(
  caches: readonly string[],
  { say, interruption, recorder }: { say: (line: string) => void; interruption: AbortSignal; recorder: Recorder },
): Promise<LocalResult> {
  const local = await startEmulator({ createMs: 3_000, deleteMs: 500, extendMs: 500, taskMs: 500 });
  try {
    for (const name of Object.keys(process.env)) if (/^(OS|OTC)_/.test(name)) delete process.env[name];
    Object.assign(process.env, local.env);
    const { dcs } = connected(process.env);
    const without = KINDS.filter((kind) => !caches.includes(kind));
    const network = LOCAL_NETWORK;
    const chosen = await chooseCaches({ without, network });
    const setting = { chosen, network, prefix: "otc-acceptance-local", password: newPassword() };
    const result = await playAndRemove({ dcs, setting, interruption, say, everyMs: 300 }, recorder);
    return { ...result, instances: local.instances().length };
  } finally {
    await local.close();
  }
}
