import { startEmulator } from "../../../emulator";
import { CREATING, HELD, type Moment } from "../../engine/interruptions/moments";
import { oneCache } from "../support/programs";
import { YamlStack } from "../support/yaml-stack";
import { hasEnded, orders, pause, pluginOf } from "./processes";

export type Victim = "command" | "plugin";

/** What the next `up` came to after a process was killed in a create. */
export interface Aftermath {
  readonly failed: boolean;
  readonly instances: number;
  readonly orders: number;
  readonly sameId: boolean;
  readonly settled: boolean;
  /** The plugin of the killed command has ended, too. */
  readonly pluginEnded: boolean;
}

export interface Killed {
  readonly victim: Victim;
  readonly moment: string;
  /** Right after the kill. */
  readonly then: { readonly instances: number; readonly idInState: boolean };
  readonly after: Aftermath;
  /** What the next `up` printed. */
  readonly output: string;
}

/** All is well. */
export const WELL: Aftermath = {
  failed: false,
  instances: 1,
  orders: 1,
  sameId: true,
  settled: true,
  pluginEnded: true,
};

/** Kills the command or its plugin at the moment, and types what the operations guide says. */
export async function killed(victim: Victim, moment: Moment): Promise<Killed> {
  const dcs = await startEmulator({ redis: false, createMs: CREATING, deleteMs: 200 });
  const stack = await YamlStack.create(dcs.env);
  try {
    await stack.write(oneCache());
    const up = stack.start("up", "--yes", "--skip-preview");
    await moment.come(dcs);
    const plugin = await pluginOf(up.id);
    process.kill(victim === "command" ? up.id : plugin, "SIGKILL");
    // A call that is held has arrived by then.
    const arrived = pause(HELD);
    await up.ended;
    const then = { instances: dcs.instances().length, idInState: (await stack.ids()).length > 0 };
    if (victim === "command") await stack.run("cancel", "--yes");
    const pluginEnded = await hasEnded(plugin);
    await arrived;
    await stack.write(oneCache({ onNameConflict: "adopt" }));
    const { failed, output } = await stack.up();
    const [id] = await stack.ids();
    const again = await stack.up("--expect-no-changes");
    return {
      victim,
      moment: moment.name,
      then,
      after: {
        failed,
        instances: dcs.instances().length,
        orders: orders(dcs),
        sameId: id !== undefined && id === dcs.instances()[0]?.id,
        settled: !again.failed,
        pluginEnded,
      },
      output,
    };
  } finally {
    await stack.close();
    await dcs.close();
  }
}
