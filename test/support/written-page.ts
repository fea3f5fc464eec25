import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EVERYTHING } from "./everything";

const rowsOf = (page: string): string[] => page.split("\n").filter((line) => line.startsWith("|"));

/**
 * Expects a page of `docs/` to be what was observed, and writes it first where `UPDATE_DOCS` says so. `npm test` observes
 * a part of the rows: each has to be in the page.
 *
 * @param steady What of a line counts, e.g. without the padding of its columns.
 */
export function expectWritten(file: string, observed: string, steady = (page: string): string => page): void {
  if (process.env.UPDATE_DOCS) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, observed);
  }
  const written = steady(readFileSync(file, "utf8"));
  if (EVERYTHING) expect(written).toBe(steady(observed));
  else expect(rowsOf(written)).toEqual(expect.arrayContaining(rowsOf(steady(observed))));
}
