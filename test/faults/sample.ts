import { titleOf } from "./cell";
import { allCells } from "./cells";

/** Cells that stand for the matrix and need no long wait. */
const titles: ReadonlySet<string> = new Set([
  "create / look-up by name / 200 {}",
  "create / POST / reset after the work",
  "create / POST / 502 HTML after the work",
  "create / POST / cut JSON",
  "create / POST / token expired",
  "create / outcome / CREATEFAILED",
  "create / list / lags 6 s after a lost answer",
  "create / foreign instance / of this name appears, our answer is lost",
  "update / resize / closed after the work",
  "replace / POST of the new / 504 of the gateway after the work",
  "refresh / read / 404 HTML all the time",
  "delete / DELETE / reset after the work",
  "delete / DELETE / busy, DCS.4026, twice",
  "delete / state / EXTENDING for 3 s",
  "backup / POST / reset after the work",
  "backup / list / answers {} three times after a lost answer",
  "restore / POST / cut JSON",
  "restore / list / fails for good after a lost answer",
]);

export const sample = allCells.filter((cell) => titles.has(titleOf(cell)));
