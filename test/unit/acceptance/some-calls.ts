import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "../../../provider/client/open-client";
import { resolveSettings } from "../../../provider/config/resolve";
import {
  createInstance,
  deleteInstance,
  listInstances,
  modifyInstance,
  readInstance,
} from "../../../provider/dcs-instance/api/instances";
import { listFlavors } from "../../../provider/dcs-instance/api/region/flavors";
import { readQuota } from "../../../provider/dcs-instance/api/region/region";
import { record } from "../../acceptance/record/hook";
import { type Answers, heardIn } from "../../acceptance/record/recording";

export const PASSWORD = "Local-kettle-7-only";

/** The client of these variables. */
export const clientOf = (env: Readonly<Record<string, string>>) =>
  createClient(resolveSettings({ stackConfig: () => undefined, env, target: {} }).settings);

/**
 * Makes some calls, records them, and returns the recording.
 *
 * @param running Id of an instance that is RUNNING. The one that is ordered is read while it is CREATING.
 */
export async function recordedCalls(
  env: Readonly<Record<string, string>>,
  running: string,
): Promise<readonly Answers[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "shapes-"));
  const stop = record(folder);
  try {
    const dcs = clientOf(env);
    await listFlavors(dcs);
    await readQuota(dcs);
    const id = await createInstance(dcs, {
      name: "kept-private",
      engine: "Redis",
      engine_version: "6.0",
      capacity: 1,
      vpc_id: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
      subnet_id: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
      available_zones: ["ae04cf9d61544df3806a3feeb401b204"],
      product_id: "redis.single.xu1.large.1-h",
      password: PASSWORD,
      rename_commands: { keys: "privately-renamed" },
      tags: [{ key: "team", value: "of-nobody-else" }],
    });
    await readInstance(dcs, id ?? "");
    await modifyInstance(dcs, running, { description: "A text of mine" });
    await readInstance(dcs, running);
    await listInstances(dcs);
    await deleteInstance(dcs, running);
    return await heardIn(folder);
  } finally {
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}
