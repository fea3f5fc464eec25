import { titleOf } from "../cell";
import type { Result } from "../play/batch";
import type { Look } from "../play/look";

const last = <T>(all: readonly T[]): T => all.at(-1) as T;

interface Found {
  readonly ours: ReadonlyArray<{ readonly id: string }>;
  readonly kept: Look["kept"];
}

const unknown = ({ ours, kept }: Found): number =>
  ours.filter(({ id }) => !kept.some((entry) => entry.id === id)).length;

/** Records that were carried out or are being so. One that failed did nothing, and the next run orders another. */
const made = ({ records }: Look) =>
  (records?.ours ?? []).filter(({ status }) => status !== "failed" && status !== "deleted");

/** Instances of ours, and backups or restores, that nobody knows of in the end. */
const orphans = ({ looks }: Result): number => {
  const look = last(looks);
  return unknown(look) + unknown({ ours: made(look), kept: look.records?.kept ?? [] });
};

/** Instances of ours, and backups or restores, beyond the one that is wanted, at the worst moment. */
const duplicates = ({ looks }: Result): number =>
  Math.max(0, ...looks.map(({ peak }) => peak - 1)) + Math.max(0, ...looks.map((look) => made(look).length - 1));

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
