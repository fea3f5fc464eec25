import { titleOf } from "../cell";
import type { Result } from "../play/batch";

const last = <T>(all: readonly T[]): T => all.at(-1) as T;

/** Instances of ours that nobody knows of in the end. */
const orphans = ({ looks }: Result): number => {
  const { ours, kept } = last(looks);
  return ours.filter(({ id }) => !kept.some((entry) => entry.id === id)).length;
};

/** Instances of ours beyond the one that is wanted, at the worst moment. */
const duplicates = ({ looks }: Result): number => Math.max(0, ...looks.map(({ peak }) => peak - 1));

const touched = ({ looks, touchedForeign }: Result): number =>
  looks.reduce((sum, { trespasses }) => sum + trespasses, 0) + (touchedForeign ? 1 : 0);

const slow = ({ convergedAfter }: Result): number => (convergedAfter === undefined || convergedAfter > 1 ? 1 : 0);

/** What must not happen, and how much of it a cell shows. */
export const TOTALS = {
  orphans,
  duplicates,
  "foreign instances touched": touched,
  "cells that need more than one further run": slow,
} as const;

export interface Total {
  readonly name: string;
  readonly sum: number;
  /** The cells it comes from. */
  readonly cells: readonly string[];
}

export const totalsOf = (results: readonly Result[]): Total[] =>
  Object.entries(TOTALS).map(([name, count]) => ({
    name,
    sum: results.reduce((sum, result) => sum + count(result), 0),
    cells: results.filter((result) => count(result) > 0).map(({ cell }) => titleOf(cell)),
  }));
