import type { Cell } from "../cell";
import { ofBusy, ofModifying, ofReading, ofReadingForLong, some } from "../kinds";
import { calls, cell, cellsAt } from "./steps";

const passing = (status: string) =>
  cell("delete", "state", `${status} for 3 s`, [], {
    before: ({ setStatus, onCall, later }) => {
      setStatus(status);
      onCall("DELETE", () => later(3_000, () => setStatus("RUNNING")));
    },
  });

const lasting = (status: string) =>
  cell("delete", "state", status, [], { before: ({ setStatus }) => setStatus(status) });

const states: Cell[] = [
  ...["CREATING", "EXTENDING", "RESTARTING", "RESTORING", "FLUSHING"].map(passing),
  ...["ERROR", "CREATEFAILED"].map(lasting),
  cell("delete", "state", "DELETING by somebody else", [], {
    before: ({ setStatus, onCall, later, remove }) => {
      setStatus("DELETING");
      onCall("DELETE", () => later(3_000, remove));
    },
  }),
  cell("delete", "state", "gone already", [], { before: ({ remove }) => remove() }),
];

const short = { timeouts: { delete: "6s" } };

const outcome: Cell[] = [
  cell("delete", "outcome", "ends ERROR, instance still there", [{ with: { kind: "fails", operation: "delete" } }], {
    timeouts: { delete: "12s" },
  }),
  cell(
    "delete",
    "outcome",
    "DELETING beyond the timeout",
    [{ with: { kind: "stuck", operation: "delete", ms: 12_000 } }],
    short,
  ),
  cell(
    "delete",
    "outcome",
    "answer lost, DELETING beyond the timeout",
    [
      { on: calls.remove, with: { kind: "reset", work: "done" } },
      { with: { kind: "stuck", operation: "delete", ms: 12_000 } },
    ],
    short,
  ),
  cell(
    "delete",
    "outcome",
    "busy beyond the timeout",
    [{ on: calls.remove, times: Number.POSITIVE_INFINITY, with: { kind: "busy", code: 4026 } }],
    short,
  ),
  cell(
    "delete",
    "outcome",
    "404 HTML all the time, ends ERROR",
    [
      { on: calls.read, times: Number.POSITIVE_INFINITY, with: { kind: "status", status: 404, body: "html" } },
      { with: { kind: "fails", operation: "delete" } },
    ],
    { timeouts: { delete: "12s" } },
  ),
  cell("delete", "outcome", "404 HTML to the DELETE, nothing done", [
    { on: calls.remove, with: { kind: "status", status: 404, body: "html" } },
  ]),
  cell(
    "delete",
    "foreign instance",
    "of the same name beside it",
    [{ on: calls.remove, with: { kind: "reset", work: "done" } }],
    {
      before: ({ foreign, name }) => foreign({ name }),
    },
  ),
];

export const deleteCells: readonly Cell[] = [
  ...cellsAt("delete", "sign-in", { on: calls.signIn }, ofReading),
  ...cellsAt("delete", "sign-in", { on: calls.signIn }, some(ofReadingForLong, "500 all the time")),
  ...cellsAt("delete", "DELETE", { on: calls.remove }, ofModifying),
  ...cellsAt("delete", "DELETE", { on: calls.remove }, ofBusy),
  ...cellsAt("delete", "wait for absence", { on: calls.read }, ofReading),
  ...cellsAt("delete", "wait for absence", { on: calls.read }, ofReadingForLong, { timeouts: { delete: "40s" } }),
  ...states,
  ...outcome,
];
