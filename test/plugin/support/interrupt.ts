import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Emulator, startEmulator } from "../../../emulator";
import { CREATING, type Moment } from "../../engine/interruptions/moments";
import { oneCache } from "./programs";
import { YamlStack } from "./yaml-stack";

export const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Process id of the plugin of a command. */
export async function pluginOf(command: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
  for (const line of stdout.split("\n")) {
    const [, id, parent, text = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === command && text.includes("pulumi-resource-otc")) return Number(id);
  }
  throw new Error("the command has no plugin");
}

export const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

export const orders = ({ journal }: Emulator): number =>
  journal.filter(({ method, path, done }) => method === "POST" && path.endsWith("/instances") && done).length;

/** What the next `up` came to after a process was killed in a create. */
export interface Aftermath {
  readonly failed: boolean;
  readonly instances: number;
  readonly orders: number;
  readonly sameId: boolean;
  readonly settled: boolean;
  /** The plugin of the killed command has ended, too. */
  readonly pluginEnded: boolean;
  readonly output: string;
}

/** Kills the command or its plugin at the moment, and types what the operations guide says. */
export async function killed(victim: "command" | "plugin", moment: Moment): Promise<Aftermath> {
  const dcs = await startEmulator({ redis: false, createMs: CREATING, deleteMs: 200 });
  const stack = await YamlStack.create(dcs.env);
  try {
    const adopting = oneCache({ onNameConflict: "adopt" });
    await stack.write(oneCache());
    const up = stack.start("up", "--yes", "--skip-preview");
    await moment.come(dcs);
    const plugin = await pluginOf(up.id);
    process.kill(victim === "command" ? up.id : plugin, "SIGKILL");
    await up.ended;
    if (victim === "command") await stack.run("cancel", "--yes");
    // What was on the wire has arrived by the time a person has typed this.
    await pause(2_500);
    await stack.write(adopting);
    const { failed, output } = await stack.up();
    const [cache] = (await stack.resources()).filter(({ type }) => type === "otc:dcs:Instance");
    const again = await stack.up("--expect-no-changes");
    return {
      failed,
      instances: dcs.instances().length,
      orders: orders(dcs),
      sameId: cache?.id === dcs.instances()[0]?.id,
      settled: !again.failed,
      pluginEnded: !isAlive(plugin),
      output,
    };
  } finally {
    await stack.close();
    await dcs.close();
  }
}
