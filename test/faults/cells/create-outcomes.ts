import type { Cell } from "../cell";
import { calls, cell } from "./steps";

const lost = { on: calls.order, with: { kind: "reset", work: "done" } } as const;
const never = { on: calls.order, with: { kind: "reset", work: "undone" } } as const;
const broken = { kind: "status", status: 500 } as const;

const outcome: Cell[] = [
  cell("create", "outcome", "CREATEFAILED", [{ with: { kind: "fails", operation: "create" } }]),
  cell("create", "outcome", "ERROR", [{ with: { kind: "fails", operation: "create", status: "ERROR" } }]),
  cell("create", "outcome", "CREATEFAILED, then the DELETE is lost", [
    { with: { kind: "fails", operation: "create" } },
    { on: calls.remove, with: { kind: "reset", work: "done" } },
  ]),
  cell("create", "outcome", "CREATEFAILED, then the DELETE is refused", [
    { with: { kind: "fails", operation: "create" } },
    { on: calls.remove, with: { kind: "status", status: 403, body: "gateway" }, times: Number.POSITIVE_INFINITY },
  ]),
  cell("create", "outcome", "CREATEFAILED after the answer was lost", [
    { ...lost, with: { kind: "closed", work: "done" } },
    { with: { kind: "fails", operation: "create" } },
  ]),
  cell(
    "create",
    "outcome",
    "CREATING beyond the timeout",
    [{ with: { kind: "stuck", operation: "create", ms: 12_000 } }],
    {
      timeouts: { create: "4s" },
    },
  ),
  cell(
    "create",
    "outcome",
    "answer lost, CREATING beyond the timeout",
    [lost, { with: { kind: "stuck", operation: "create", ms: 16_000 } }],
    { timeouts: { create: "8s" } },
  ),
];

const lag: Cell[] = [
  cell("create", "list", "lags 3 s", [{ with: { kind: "listLag", ms: 3_000 } }]),
  cell("create", "list", "lags 3 s, reads too", [{ with: { kind: "listLag", ms: 3_000, reads: true } }]),
  cell("create", "list", "lags 6 s after a lost answer", [lost, { with: { kind: "listLag", ms: 6_000 } }]),
  cell("create", "list", "lags 6 s after a lost answer, reads too", [
    lost,
    { with: { kind: "listLag", ms: 6_000, reads: true } },
  ]),
  cell("create", "list", "lags for 2 lists after a 504", [
    { on: calls.order, with: { kind: "status", status: 504, body: "gateway", work: "done" } },
    { with: { kind: "listLag", lists: 2 } },
  ]),
  cell(
    "create",
    "list",
    "lags longer than a lost answer is looked for",
    [lost, { with: { kind: "listLag", ms: 14_000 } }],
    { timeouts: { create: "8s" } },
  ),
  cell("create", "list", "fails three times after a lost answer", [
    lost,
    { on: calls.list, after: 1, times: 3, with: broken },
  ]),
  cell(
    "create",
    "list",
    "fails for good after a lost answer",
    [lost, { on: calls.list, after: 1, times: Number.POSITIVE_INFINITY, with: broken }],
    { timeouts: { create: "8s" } },
  ),
  cell("create", "list", "answers {} three times after a lost answer", [
    lost,
    { on: calls.list, after: 1, times: 3, with: { kind: "shape", json: {} } },
  ]),
  cell("create", "list", "answers HTML three times after a lost answer", [
    lost,
    { on: calls.list, after: 1, times: 3, with: { kind: "html" } },
  ]),
];

// What somebody else orders differs from what is declared here.
export const other = { description: "of another team" };

const foreign: Cell[] = [
  cell("create", "foreign instance", "of this name before", [], {
    before: ({ foreign, name }) => foreign({ name, ...other }),
  }),
  cell("create", "foreign instance", "whose name only begins like ours", [], {
    before: ({ foreign, name }) => foreign({ name: `${name}-2`, ...other }),
  }),
  cell(
    "create",
    "foreign instance",
    "of this name before, look-up cut once",
    [{ on: calls.list, with: { kind: "cutJson" } }],
    {
      before: ({ foreign, name }) => foreign({ name, ...other }),
    },
  ),
  cell(
    "create",
    "foreign instance",
    "of this name before, look-up answers {}",
    [{ on: calls.list, with: { kind: "shape", json: {} } }],
    {
      before: ({ foreign, name }) => foreign({ name, ...other }),
    },
  ),
  cell("create", "foreign instance", "of this name appears during the POST", [], {
    before: ({ foreign, name, onCall }) => onCall("POST", () => foreign({ name, ...other })),
  }),
  cell("create", "foreign instance", "of this name appears, our answer is lost", [lost], {
    before: ({ foreign, name, onCall }) => onCall("POST", () => foreign({ name, ...other })),
  }),
  cell("create", "foreign instance", "of this name appears, our order never arrived", [never], {
    before: ({ foreign, name, onCall }) => onCall("POST", () => foreign({ name, ...other })),
    timeouts: { create: "20s" },
  }),
  cell(
    "create",
    "foreign instance",
    "of this name appears, ours is listed late",
    [lost, { with: { kind: "listLag", ms: 6_000 } }],
    {
      before: ({ foreign, name, onCall }) => onCall("POST", () => foreign({ name, ...other })),
    },
  ),
];

const deleted: Cell[] = [
  cell(
    "create",
    "outcome",
    "deleted by somebody while CREATING",
    [{ with: { kind: "stuck", operation: "create", ms: 60_000 } }],
    {
      before: ({ onCall, later, remove }) => onCall("POST", () => later(2_500, remove)),
      timeouts: { create: "60s" },
    },
  ),
];

/** What becomes of a create beyond the single call: the instance, the list, and others. */
export const createOutcomes: readonly Cell[] = [...outcome, ...deleted, ...lag, ...foreign];
