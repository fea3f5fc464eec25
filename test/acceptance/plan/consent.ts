import { createInterface } from "node:readline/promises";
import { UserError } from "../options";
import type { Chosen } from "./choose";

/** What a run does, before it is done. */
export function announcement(chosen: readonly Chosen[], names: string, where: string): string {
  const memory = chosen.reduce((sum, { capacity }) => sum + capacity, 0);
  const caches = chosen.map(
    ({ engineVersion, cacheMode, capacity, availableZones }) =>
      `    Redis ${engineVersion}, ${cacheMode}, ${capacity} GB, in ${availableZones.join(" and ")}`,
  );
  return [
    `This creates ${chosen.length} caches with together ${memory} GB in ${where}, with names ${names}:`,
    ...caches,
    "They cost money: they are charged by the hour, from their creation until they are deleted.",
    "The run takes 30 to 90 minutes in the cloud. It changes, resizes, backs up and restores them, and deletes all of them at the end.",
    "If it is cut off, `npm run acceptance -- --sweep` removes what is left.",
    "",
  ].join("\n");
}

export interface Asking {
  readonly yes: boolean;
  readonly isTerminal: boolean;
  readonly interruption: AbortSignal;
}

/** @throws where nobody can be asked, and nobody has agreed beforehand. */
export async function agreed(question: string, { yes, isTerminal, interruption }: Asking): Promise<boolean> {
  if (yes) return true;
  if (!isTerminal) {
    throw new UserError("Nothing was done: this is not a terminal, so nobody can be asked. Add --yes to go ahead.");
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  try {
    return /^y(es)?$/i.test((await lines.question(question, { signal: interruption })).trim());
  } catch (error) {
    if (interruption.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
