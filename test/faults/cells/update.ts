import type { Cell } from "../cell";
import { ofBusy, ofModifying, ofReading, ofReadingForLong, some } from "../kinds";
import { NEXT_PASSWORD } from "../play/written";
import { calls, cell, cellsAt, type Step } from "./steps";

const ways = {
  PUT: { on: calls.modify, change: { description: "changed" } },
  resize: { on: calls.resize, change: { capacity: 4 } },
  password: { on: calls.password, change: { password: NEXT_PASSWORD } },
  tags: { on: calls.tags, change: { tags: { team: "shop" } } },
  parameters: { on: calls.configs, change: { parameters: { timeout: 300 } } },
  TLS: { on: calls.ssl, change: { enableSsl: true } },
  "password reset": { on: calls.reset, change: { noPasswordAccess: true, password: undefined } },
  port: { on: calls.modifyV2, change: { port: 6390 } },
  "renamed commands": { on: calls.modifyV2, change: { renameCommands: { keys: "list-keys" } } },
  whitelist: { on: calls.whitelist, change: { whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }] } },
} satisfies Readonly<Record<string, { on: Step["on"]; change: Cell["change"] }>>;

const struck = Object.entries(ways).flatMap(([step, { on, change }]) => [
  ...cellsAt("update", step, { on }, ofModifying, { change }),
  ...cellsAt("update", step, { on }, ofBusy, { change }),
]);

/** A password where there was none, and one in the place of a password that was changed elsewhere: both by version 2. */
const resets = {
  "reset to a password": {
    args: { noPasswordAccess: true, password: undefined },
    change: { noPasswordAccess: false, password: NEXT_PASSWORD },
  },
  "reset of a password changed elsewhere": {
    change: { password: NEXT_PASSWORD },
    before: ({ setPassword }) => setPassword("Of-another-team-1"),
  },
} satisfies Readonly<Record<string, Pick<Cell, "args" | "change" | "before">>>;

const struckResets = Object.entries(resets).flatMap(([step, rest]) => [
  ...cellsAt("update", step, { on: calls.reset }, ofModifying, rest),
  ...cellsAt("update", step, { on: calls.reset }, ofBusy, rest),
]);

const all = { description: "changed", capacity: 4, tags: { team: "shop" } };

const outcome: Cell[] = [
  cell(
    "update",
    "outcome",
    "EXTENDING ends ERROR, repaired 3 s later",
    [{ with: { kind: "fails", operation: "extend" } }],
    {
      change: ways.resize.change,
      before: ({ onCall, later, setStatus }) => onCall("POST", () => later(3_500, () => setStatus("RUNNING"))),
    },
  ),
  cell("update", "outcome", "RESTARTING for 4 s", [], {
    change: ways.resize.change,
    before: ({ setStatus, onCall, later }) => {
      setStatus("RESTARTING");
      onCall("GET", () => later(4_000, () => setStatus("RUNNING")));
    },
  }),
  cell("update", "outcome", "gone already", [], { change: ways.PUT.change, before: ({ remove }) => remove() }),
  cell("update", "outcome", "EXTENDING for 5 s", [{ with: { kind: "stuck", operation: "extend", ms: 5_000 } }], {
    change: ways.resize.change,
  }),
  cell(
    "update",
    "outcome",
    "EXTENDING beyond the timeout",
    [{ with: { kind: "stuck", operation: "extend", ms: 12_000 } }],
    {
      change: ways.resize.change,
      timeouts: { update: "4s" },
    },
  ),
  cell(
    "update",
    "several at once",
    "tags refused",
    [{ on: calls.tags, with: { kind: "status", status: 403, body: "gateway" } }],
    { change: all },
  ),
  cell(
    "update",
    "several at once",
    "the answer to resize lost",
    [{ on: calls.resize, with: { kind: "closed", work: "done" } }],
    { change: all },
  ),
];

export const updateCells: readonly Cell[] = [
  ...cellsAt(
    "update",
    "sign-in",
    { on: calls.signIn },
    some(ofReading, "hang", "500", "cut JSON", "200 HTML", "429 three times"),
    {
      change: ways.PUT.change,
    },
  ),
  ...cellsAt("update", "first read", { on: calls.read }, ofReading, { change: ways.PUT.change }),
  ...cellsAt("update", "first read", { on: calls.read }, ofReadingForLong, {
    change: ways.PUT.change,
    timeouts: { update: "40s" },
  }),
  ...struck,
  ...struckResets,
  ...cellsAt("update", "read by version 2", { on: calls.readV2 }, ofReading, { change: ways.PUT.change }),
  ...cellsAt("update", "read the whitelist", { on: calls.readWhitelist }, ofReading, { change: ways.whitelist.change }),
  ...cellsAt("update", "read the parameters", { on: calls.readConfigs }, ofReading, { change: ways.parameters.change }),
  ...cellsAt("update", "read TLS", { on: calls.readSsl }, ofReading, { change: ways.TLS.change }),
  ...cellsAt("update", "read the job of TLS", { on: calls.job }, ofReading, { change: ways.TLS.change }),
  ...cellsAt("update", "read back", { on: calls.read, after: 1 }, ofReading, { change: ways.PUT.change }),
  ...outcome,
];
