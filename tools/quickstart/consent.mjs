import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { SetupError, say } from "../setup/say.mjs";

/** What deletes a resource that exists, in Pulumi's words for a step. */
const losing = /** @type {const} */ ({ replace: "replaced", delete: "deleted" });

/**
 * What a previewed change would delete, in words; `undefined` when nothing.
 * @param {Record<string, number | undefined>} changeSummary as Pulumi counts its steps
 */
export function lossOf(changeSummary) {
  const parts = Object.entries(losing).flatMap(([step, done]) => {
    const count = changeSummary[step] ?? 0;
    return count > 0 ? [`${count} ${count === 1 ? "resource" : "resources"} would be ${done}`] : [];
  });
  return parts.length > 0 ? parts.join(", ") : undefined;
}

/**
 * May what exists be lost? Asked on a terminal; elsewhere nobody could answer, so the run stops.
 * @param {string} loss
 * @param {{ isTerminal: boolean, interruption: AbortSignal }} options
 */
export async function mayLose(loss, { isTerminal, interruption }) {
  const warning = `${loss}; the data of a cache goes with it (the reasons are in the preview above)`;
  if (!isTerminal) {
    throw new SetupError(
      `Nothing was changed: ${warning}. This is not a terminal, so nobody can be asked.\n` +
        "    go ahead      npm run quickstart -- --yes\n" +
        "    keep it       take the change back in examples/basic/index.ts",
    );
  }
  say(`${warning[0].toUpperCase()}${warning.slice(1)}`);
  if (await agrees("> Go ahead? (y/N) ", interruption)) return true;
  say("Nothing was changed. To keep the cache, take the change back in examples/basic/index.ts");
  return false;
}

/** @param {string} question @param {AbortSignal} interruption */
async function agrees(question, interruption) {
  // Not as a terminal of its own: Ctrl-C stays a signal, which ends the question.
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  const ended = once(lines, "close").then(() => "");
  try {
    const answer = await Promise.race([lines.question(question, { signal: interruption }), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    interruption.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
}
