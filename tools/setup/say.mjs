import path from "node:path";

/** Root of the clone. */
export const clone = path.resolve(import.meta.dirname, "../..");

/** One line on what is being done, while it is done. @param {string} line */
export function say(line) {
  process.stdout.write(`> ${line}\n`);
}

/** A failure whose message is all the reader needs: printed without a stack. */
export class SetupError extends Error {}

/** Runs a command of this folder's parent and turns its outcome into the exit code. @param {() => Promise<number>} command */
export async function main(command) {
  process.exitCode = await command().catch(tellFailure);
}

/** Prints what went wrong. @param {unknown} error @returns {number} the exit code of a failure */
export function tellFailure(error) {
  const message = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${message}\n`);
  return 1;
}
