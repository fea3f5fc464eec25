import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const MARK = "bench: ";
const clone = path.resolve(__dirname, "../../..");

/** Says something to the process that started this one. */
export const report = (what: object): void => {
  process.stdout.write(`${MARK}${JSON.stringify(what)}\n`);
};

/**
 * Runs a script of this folder in a fresh process, as cold as a user's, with TypeScript loaded as the language host does.
 * `heard` gets what it reports, when it does.
 */
export async function apart<T>(script: string, order: object, heard: (report: T) => void): Promise<void> {
  const args = [
    "-r",
    path.join(clone, "bench/run/language-host.cjs"),
    path.join(__dirname, script),
    JSON.stringify(order),
  ];
  const child = spawn(process.execPath, args, { cwd: clone, env: process.env, stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (line.startsWith(MARK)) heard(JSON.parse(line.slice(MARK.length)) as T);
      else printed.push(line);
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${printed.slice(-60).join("\n")}`);
}
