import { totalsOf } from "../../faults/judge/totals";
import type { Result } from "../../faults/play/batch";
import type { Look } from "../../faults/play/look";

const instance = (id: string) => ({ id, status: "RUNNING" }) as Look["ours"][number];

const serving: Look = {
  seen: undefined,
  ours: [instance("a")],
  foreign: [],
  peak: 1,
  admits: true,
  kept: [{ name: "create-1", id: "a", unfinished: false }],
  calls: { POST: 1, PUT: 0, DELETE: 0 },
  trespasses: 0,
};

const result = (changes: Partial<Result>): Result => ({
  cell: { operation: "create", step: "POST", fault: "reset", plans: [] },
  looks: [serving],
  convergedAfter: 0,
  touchedForeign: false,
  missed: false,
  ...changes,
});

const counted = (changes: Partial<Result>): Record<string, number> =>
  Object.fromEntries(totalsOf([result(changes)]).map(({ name, sum }) => [name, sum]));

const none = {
  orphans: 0,
  duplicates: 0,
  "foreign instances touched": 0,
  "cells that need more than one further run": 0,
};

test("a cell that ended well adds nothing to the totals", () => {
  expect(counted({})).toEqual(none);
  expect(counted({ convergedAfter: 1 })).toEqual(none);
});

const record = (id: string, status = "succeed") => ({ id, status }) as NonNullable<Look["records"]>["ours"][number];
const kept = [{ name: "backup-1-backup", id: "b", unfinished: false }];
const withRecords = (...ours: ReadonlyArray<ReturnType<typeof record>>) => ({ ...serving, records: { ours, kept } });

test("a backup that the state knows adds nothing to the totals, nor does one that failed beside it", () => {
  expect(counted({ looks: [withRecords(record("b"), record("c", "failed"))] })).toEqual(none);
});

test.each<[string, Partial<Result>, Partial<typeof none>]>([
  ["an instance the state does not know", { looks: [{ ...serving, kept: [] }] }, { orphans: 1 }],
  ["a second instance, be it gone in the end", { looks: [{ ...serving, peak: 2 }, serving] }, { duplicates: 1 }],
  ["a second backup", { looks: [withRecords(record("b"), record("c"))] }, { duplicates: 1, orphans: 1 }],
  [
    "a call to somebody else's instance",
    { looks: [{ ...serving, trespasses: 2 }] },
    { "foreign instances touched": 2 },
  ],
  ["somebody else's instance changed", { touchedForeign: true }, { "foreign instances touched": 1 }],
  ["two further runs", { convergedAfter: 2 }, { "cells that need more than one further run": 1 }],
  ["no end", { convergedAfter: undefined }, { "cells that need more than one further run": 1 }],
])("%s is counted, and the cell named", (_what, changes, expected) => {
  expect(counted(changes)).toEqual({ ...none, ...expected });
  const named = totalsOf([result(changes)]).flatMap(({ cells }) => cells);
  expect(new Set(named)).toEqual(new Set(["create / POST / reset"]));
});
