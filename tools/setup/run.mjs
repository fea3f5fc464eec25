import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const capture = promisify(execFile);

/**
 * Runs a program with its output visible.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 127 when there is no such program
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * What a program prints, or `undefined` when it is missing or fails.
 * @param {string} command
 * @param {string[]} args
 */
export async function output(command, args) {
  try {
    const { stdout } = await capture(command, args, { timeout: 30_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
