import type { Cell } from "../cell";
import { ofModifying, ofReading, some } from "../kinds";
import { calls, cell, cellsAt } from "./steps";

const change = { engineVersion: "5.0" } as const;

const outcome: Cell[] = [
  cell("replace", "outcome", "the new one ends CREATEFAILED", [{ with: { kind: "fails", operation: "create" } }], {
    change,
  }),
  cell(
    "replace",
    "outcome",
    "the new one is CREATING beyond the timeout",
    [{ on: calls.order, with: { kind: "stuck", operation: "create", ms: 12_000 } }],
    { change, timeouts: { create: "4s" } },
  ),
  cell(
    "replace",
    "outcome",
    "the old one is DELETING beyond the timeout",
    [{ on: calls.remove, with: { kind: "stuck", operation: "delete", ms: 12_000 } }],
    { change, timeouts: { delete: "6s" }, alone: true },
  ),
  cell(
    "replace",
    "foreign instance",
    "of this name appears, our answer is lost",
    [{ on: calls.order, with: { kind: "reset", work: "done" } }],
    { change, before: ({ foreign, name, onCall }) => onCall("POST", () => foreign({ name })) },
  ),
];

export const replaceCells: readonly Cell[] = [
  ...cellsAt("replace", "DELETE of the old", { on: calls.remove }, ofModifying, { change }),
  ...cellsAt(
    "replace",
    "look-up by name",
    { on: calls.list },
    some(ofReading, "hang", "500", "cut JSON", "200 {}", "token expired"),
    {
      change,
    },
  ),
  ...cellsAt("replace", "POST of the new", { on: calls.order }, ofModifying, { change }),
  ...outcome,
];
