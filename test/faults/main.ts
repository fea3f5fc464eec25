import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { titleOf } from "./cell";
import { allCells } from "./cells";
import { bottom, document, table } from "./judge/report";
import { playMatrix } from "./matrix";
import { playInProcess } from "./play/batch-process";
import type { DoorName } from "./play/doors";

/** Plays the cells whose title contains the words; the whole matrix, and only that, is written to the documentation. */
async function main(by: DoorName, words: readonly string[]): Promise<void> {
  const cells = allCells.filter((cell) => words.every((word) => titleOf(cell).includes(word)));
  const { results, totals, secrets } = await playMatrix(cells, by, playInProcess);
  console.log(`${table(results)}\n\n${bottom(results, totals, secrets)}`);
  const missed = results.filter((result) => result.missed).map(({ cell }) => titleOf(cell));
  if (missed.length > 0) console.log(`\nfaults that met no call:${missed.map((title) => `\n- ${title}`).join("")}`);
  if (words.length === 0 && by === "dynamic") {
    const file = path.resolve(__dirname, "../../docs/results/faults.md");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, document(results, totals, secrets));
  }
  process.exitCode = secrets + totals.reduce((sum, total) => sum + total.sum, 0) > 0 ? 1 : 0;
}

const [words, flags] = [false, true].map((wanted) =>
  process.argv.slice(2).filter((arg) => (arg === "--plugin") === wanted),
);

void main(flags?.length ? "plugin" : "dynamic", words ?? []);
