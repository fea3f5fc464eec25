import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Resident memory, in MB, of the provider process that this process has started. */
export async function memoryOfProvider(): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "ppid=,rss=,args="]);
  for (const line of stdout.split("\n")) {
    const [, parent, kilobytes] = /^\s*(\d+)\s+(\d+)\s.*dynamic-provider/.exec(line) ?? [];
    if (Number(parent) === process.pid) return Number(kilobytes) / 1024;
  }
  throw new Error("This process has no provider process.");
}
