import { EVERYTHING } from "../support/everything";
import { titleOf } from "./cell";
import { allCells } from "./cells";

/** Cells that stand for the matrix and need no long wait. */
export const titles: readonly string[] = [
  "create / POST / reset after the work",
  "create / POST / cut JSON",
  "create / outcome / CREATEFAILED",
  "update / resize / closed after the work",
  "delete / DELETE / reset after the work",
  "delete / DELETE / busy, DCS.4026, twice",
  "backup / POST / reset after the work",
  ...(EVERYTHING
    ? [
        "create / POST / token expired",
        "create / foreign instance / of this name appears, our answer is lost",
        "replace / POST of the new / 504 of the gateway after the work",
        "refresh / read / 404 HTML all the time",
        "restore / POST / cut JSON",
      ]
    : []),
];

export const sample = allCells.filter((cell) => titles.includes(titleOf(cell)));
