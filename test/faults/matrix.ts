import type { Cell } from "./cell";
import { type Total, totalsOf } from "./judge/totals";
import { type Outcome, play } from "./play/batch";
import type { DoorName } from "./play/doors";

export interface Matrix {
  readonly results: Outcome["results"];
  readonly totals: readonly Total[];
  readonly secrets: number;
}

/** Resources in one program. */
const SIZE = 60;

/** Programs at the same time; they wait more than they work. */
const AT_ONCE = 4;

/** What cells of one program have in common. */
const groupOf = ({ operation, liveChecks = false }: Cell): string => `${operation}, live checks: ${liveChecks}`;

/** Cells that fit together, those that bear no company by themselves. */
function batches(cells: readonly Cell[]): Cell[][] {
  const groups = [...new Set(cells.map(groupOf))];
  const shared = groups.flatMap((group) => {
    const own = cells.filter((cell) => groupOf(cell) === group && cell.alone !== true);
    return Array.from({ length: Math.ceil(own.length / SIZE) }, (_, index) =>
      own.slice(index * SIZE, (index + 1) * SIZE),
    );
  });
  return [...shared, ...cells.filter(({ alone }) => alone === true).map((cell) => [cell])];
}

/** Plays cells through a door; `playBatch` those that share a program. */
export async function playMatrix(
  cells: readonly Cell[],
  by: DoorName,
  playBatch: (cells: readonly Cell[], by: DoorName) => Promise<Outcome> = play,
): Promise<Matrix> {
  const waiting = batches(cells);
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      outcomes.push(await playBatch(next, by));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const found = outcomes.flatMap(({ results }) => results);
  const results = cells.flatMap((cell) => found.filter((result) => result.cell === cell));
  return { results, totals: totalsOf(results), secrets: outcomes.reduce((sum, { secrets }) => sum + secrets, 0) };
}
