import type { Cell, Victim } from "../cell";
import { ofBusy, ofModifying, ofReading, ofReadingForLong } from "../kinds";
import { calls, cell, cellsAt, type Step } from "./steps";

type Sort = "backup" | "restore";

/** The order of a record and the list it is looked for in. */
const sorts: Readonly<Record<Sort, { readonly order: Step["on"]; readonly list: Step["on"] }>> = {
  backup: { order: calls.backup, list: calls.backups },
  restore: { order: calls.restore, list: calls.restores },
};

const short = { timeouts: { create: "8s" } };
const forLong = { timeouts: { create: "40s" } };

const steps = (sort: Sort): Cell[] => {
  const { order, list } = sorts[sort];
  return [
    ...cellsAt(sort, "read the cache", { on: calls.readV2 }, ofReading),
    ...cellsAt(sort, "read the cache", { on: calls.readV2 }, ofReadingForLong, forLong),
    ...cellsAt(sort, "list before the order", { on: list }, ofReading),
    ...cellsAt(sort, "list before the order", { on: list }, ofReadingForLong, forLong),
    ...cellsAt(sort, "POST", { on: order }, ofModifying),
    ...cellsAt(sort, "POST", { on: order }, ofBusy),
    ...cellsAt(sort, "poll", { on: list, after: 1 }, ofReading),
    ...cellsAt(sort, "poll", { on: list, after: 1 }, ofReadingForLong, forLong),
  ];
};

const outcome = (sort: Sort): Cell[] => {
  const { order, list } = sorts[sort];
  const lost = { on: order, with: { kind: "reset", work: "done" } } as const;
  const stuck = (ms: number) => ({ with: { kind: "stuck", operation: sort, ms } }) as const;
  const later = { on: list, after: 1 };
  const broken = { kind: "status", status: 500 } as const;
  return [
    cell(sort, "outcome", "failed", [{ with: { kind: "fails", operation: sort } }]),
    cell(sort, "outcome", "failed after the answer was lost", [lost, { with: { kind: "fails", operation: sort } }]),
    cell(sort, "outcome", "going on beyond the timeout", [stuck(12_000)], { timeouts: { create: "4s" } }),
    cell(sort, "outcome", "answer lost, going on beyond the timeout", [lost, stuck(16_000)], short),
    cell(
      sort,
      "outcome",
      "busy beyond the timeout",
      [{ on: order, times: 99, with: { kind: "busy", code: 4096 } }],
      short,
    ),
    cell(sort, "outcome", "the cache is RESTARTING for 4 s", [], {
      before: ({ setStatus, onCall, later: after }) => {
        setStatus("RESTARTING");
        onCall("GET", () => after(4_000, () => setStatus("RUNNING")));
      },
    }),
    cell(sort, "outcome", "the cache is in ERROR, repaired 3 s later", [], {
      before: ({ setStatus, onCall, later: after }) => {
        setStatus("ERROR");
        onCall("GET", () => after(3_000, () => setStatus("RUNNING")));
      },
    }),
    cell(sort, "list", "fails three times after a lost answer", [lost, { ...later, times: 3, with: broken }]),
    cell(sort, "list", "fails for good after a lost answer", [lost, { ...later, times: 999, with: broken }], short),
    cell(
      sort,
      "list",
      "fails for good after a lost answer, the record goes on",
      [lost, stuck(20_000), { ...later, times: 999, with: broken }],
      // Alone, so that the next run comes soon; it goes on waiting within its own limit.
      { timeouts: { create: "12s" }, alone: true },
    ),
    cell(sort, "list", "answers {} three times after a lost answer", [
      lost,
      { ...later, times: 3, with: { kind: "shape", json: {} } },
    ]),
    cell(sort, "list", "answers HTML three times after a lost answer", [
      lost,
      { ...later, times: 3, with: { kind: "html" } },
    ]),
  ];
};

const names: Readonly<Record<Victim, string>> = { cli: "the command", provider: "the provider" };

/** Kills a process while the order is held: before it is carried out, or when it is and its answer is on the way. */
const kills = (sort: Sort, victim: Victim): Cell[] => {
  const { order } = sorts[sort];
  const held = (work: "undone" | "done") => ({ on: order, with: { kind: "slow", ms: 1_500, work } }) as const;
  const rest = {
    // It ends the program of all cells.
    alone: true,
    before: ({ onCall, later, kill }) => onCall("POST", () => later(150, () => kill(victim))),
  } satisfies Partial<Cell>;
  // Longer than a busy machine takes from the kill to the next run, which is to meet it.
  const goingOn = { with: { kind: "stuck", operation: sort, ms: 90_000 } } as const;
  return [
    cell(sort, "POST", `${names[victim]} killed before the work`, [held("undone")], rest),
    cell(
      sort,
      "POST",
      `${names[victim]} killed after the work, the record is done by the next run`,
      [held("done")],
      rest,
    ),
    cell(sort, "POST", `${names[victim]} killed after the work, the record goes on`, [held("done"), goingOn], rest),
  ];
};

/** Creates of backups and restores. Two backups of one resource, or two restores, must never be. */
export const recordCells: readonly Cell[] = (["backup", "restore"] as const).flatMap((sort) => [
  ...steps(sort),
  ...(sort === "restore" ? cellsAt(sort, "read the cache back", { on: calls.readV2, after: 1 }, ofReading) : []),
  ...outcome(sort),
  ...kills(sort, "cli"),
  ...kills(sort, "provider"),
]);
