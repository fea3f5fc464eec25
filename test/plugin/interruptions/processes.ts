import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Emulator } from "../../../emulator";

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

/** Waits for the end of a process, for at most a few seconds, and returns whether it has ended. */
export async function hasEnded(id: number): Promise<boolean> {
  for (let looks = 0; looks < 50 && isAlive(id); looks++) await pause(100);
  return !isAlive(id);
}

/** Orders that the service carried out. */
export const orders = ({ journal }: Emulator): number =>
  journal.filter(({ method, path, done }) => method === "POST" && path.endsWith("/instances") && done).length;
