import type { Cell } from "../cell";
import { ofReading, ofReadingForLong } from "../kinds";
import { calls, cell, cellsAt } from "./steps";

const at = { on: calls.read };

export const refreshCells: readonly Cell[] = [
  ...cellsAt("refresh", "read", at, ofReading),
  ...cellsAt("refresh", "read", at, ofReadingForLong),
  ...cellsAt("refresh", "sign-in", { on: calls.signIn }, ofReading),
  cell("refresh", "read", "401 all the time", [
    { ...at, times: Number.POSITIVE_INFINITY, with: { kind: "status", status: 401 } },
  ]),
  cell("refresh", "read", "404 of the gateway", [{ ...at, with: { kind: "status", status: 404, body: "gateway" } }]),
];
