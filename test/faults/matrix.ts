import { type Outcome, play } from "./batch";
import type { Cell, Operation } from "./cell";
import { type Total, totalsOf } from "./totals";
import { secretsIn } from "./written";

export interface Matrix {
  readonly results: Outcome["results"];
  readonly totals: readonly Total[];
  readonly secrets: number;
}

/** Plays cells, those of each operation in a program of their own, all programs at the same time. */
export async function playMatrix(cells: readonly Cell[]): Promise<Matrix> {
  const operations = [...new Set(cells.map(({ operation }) => operation))];
  const ofOperation = (operation: Operation) => cells.filter((cell) => cell.operation === operation);
  const outcomes = await Promise.all(operations.map((operation) => play(operation, ofOperation(operation))));
  const results = outcomes.flatMap((outcome) => outcome.results);
  return { results, totals: totalsOf(results), secrets: secretsIn(outcomes.flatMap(({ written }) => written)) };
}
