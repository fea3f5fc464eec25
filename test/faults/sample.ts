import { titleOf } from "./cell";
import { allCells } from "./cells";

/** Cells that stand for the matrix and need no long wait. */
const titles: ReadonlySet<string> = new Set([
  "create / POST / reset after the work",
  "create / POST / cut JSON",
  "create / POST / token expired",
  "create / outcome / CREATEFAILED",
  "create / foreign instance / of this name appears, our answer is lost",
  "update / resize / closed after the work",
  "replace / POST of the new / 504 of the gateway after the work",
  "refresh / read / 404 HTML all the time",
  "delete / DELETE / reset after the work",
  "delete / DELETE / busy, DCS.4026, twice",
  "backup / POST / reset after the work",
  "restore / POST / cut JSON",
]);

export const sample = allCells.filter((cell) => titles.has(titleOf(cell)));
