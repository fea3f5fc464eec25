import type { Cell } from "../cell";
import { createCells } from "./create";
import { deleteCells } from "./delete";
import { outageCells } from "./outage";
import { recordCells } from "./records";
import { refreshCells } from "./refresh";
import { replaceCells } from "./replace";
import { updateCells } from "./update";

/** The whole matrix. */
export const allCells: readonly Cell[] = [
  ...createCells,
  ...updateCells,
  ...replaceCells,
  ...refreshCells,
  ...deleteCells,
  ...recordCells,
  ...outageCells,
];
