import type { Cell } from "../cell";
import { ofBusy, ofModifying, ofReading, ofReadingForLong, some } from "../kinds";
import { calls, cell, cellsAt } from "./steps";

const lost = { on: calls.order, with: { kind: "reset", work: "done" } } as const;
const never = { on: calls.order, with: { kind: "reset", work: "undone" } } as const;
const broken = { kind: "status", status: 500 } as const;

const signIn = [
  ...cellsAt("create", "sign-in", { on: calls.signIn }, ofReading),
  ...cellsAt("create", "sign-in", { on: calls.signIn }, some(ofReadingForLong, "500 all the time")),
];

const catalogue = [
  ...cellsAt("create", "products", { on: calls.products }, ofReading),
  ...cellsAt("create", "products", { on: calls.products }, ofReadingForLong),
  ...cellsAt("create", "zones", { on: calls.zones }, some(ofReading, "hang", "500", "cut JSON", "200 {}", "200 HTML")),
  ...cellsAt("create", "zones", { on: calls.zones }, some(ofReadingForLong, "500 all the time", "200 {} all the time")),
];

const lookUp = [
  ...cellsAt("create", "look-up by name", { on: calls.list }, ofReading),
  ...cellsAt("create", "look-up by name", { on: calls.list }, ofReadingForLong),
];

const order = [
  ...cellsAt("create", "POST", { on: calls.order }, ofModifying),
  ...cellsAt("create", "POST", { on: calls.order }, ofBusy),
];

// The first look at a fresh instance, and the one after it serves.
const wait = [
  ...cellsAt("create", "poll", { on: calls.read }, ofReading),
  ...cellsAt("create", "poll", { on: calls.read }, ofReadingForLong, { timeouts: { create: "40s" } }),
  ...cellsAt("create", "read back", { on: calls.read, after: 1 }, ofReading),
  ...cellsAt("create", "read back", { on: calls.read, after: 1 }, ofReadingForLong, { timeouts: { create: "40s" } }),
];

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
const other = { description: "of another team" };

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

// Answers that come at once: the engine checks one resource after the other.
const quick = some(ofReading, "500", "502 HTML", "cut JSON", "200 {}", "200 HTML", "token expired");

const check: Cell[] = [
  ...cellsAt("create", "check: look-up by name", { on: calls.list }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: products", { on: calls.products }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: zones", { on: calls.zones }, quick, { liveChecks: true }),
  ...cellsAt("create", "check: sign-in", { on: calls.signIn }, some(ofReading, "500", "502 HTML", "cut JSON"), {
    liveChecks: true,
  }),
  cell("create", "check: look-up by name", "foreign instance of this name", [], {
    liveChecks: true,
    // A refused check ends the run for those that are still to be checked.
    alone: true,
    before: ({ foreign, name }) => foreign({ name, ...other }),
  }),
];

export const createCells: readonly Cell[] = [
  ...check,
  ...signIn,
  ...catalogue,
  ...lookUp,
  ...order,
  ...wait,
  ...outcome,
  ...deleted,
  ...lag,
  ...foreign,
];
