import type { FaultPlan } from "../../faults/fault";

/** A fault with a switch on the page; it strikes until it is switched off. */
export interface Preset {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  /** As JSON says it, but for `times`. */
  readonly plan: Omit<FaultPlan, "times" | "after">;
}

const dcs = "^/v(1\\.0|2)/";

export const presets: readonly Preset[] = [
  {
    name: "late",
    label: "Answers come 3 seconds late",
    about: "Every call is carried out as ever, 3 seconds later.",
    plan: { with: { kind: "slow", ms: 3000 } },
  },
  {
    name: "throttled",
    label: "The gateway throttles",
    about: "Calls to DCS get 429 with Retry-After: 2.",
    plan: { on: { path: dcs }, with: { kind: "status", status: 429, body: "gateway", retryAfter: 2 } },
  },
  {
    name: "unavailable",
    label: "DCS is unavailable",
    about: "Calls to DCS get 503.",
    plan: { on: { path: dcs }, with: { kind: "status", status: 503, body: "gateway" } },
  },
  {
    name: "reset",
    label: "Connections break",
    about: "Calls to DCS are reset before the service gets them.",
    plan: { on: { path: dcs }, with: { kind: "reset" } },
  },
  {
    name: "lost-order",
    label: "Answers to orders are lost",
    about: "An instance is created, but the connection is reset.",
    plan: { on: { method: "POST", path: "/instances$" }, with: { kind: "reset", work: "done" } },
  },
  {
    name: "silent",
    label: "Reads are never answered",
    about: "Every GET of DCS hangs until its caller gives up.",
    plan: { on: { method: "GET", path: dcs }, with: { kind: "hang" } },
  },
  {
    name: "cut",
    label: "Answers are cut",
    about: "Every GET of DCS gets 200 with half of the JSON.",
    plan: { on: { method: "GET", path: dcs }, with: { kind: "cutJson" } },
  },
  {
    name: "token",
    label: "Tokens expire",
    about: "The token of every call to DCS expires at once.",
    plan: { on: { path: dcs }, with: { kind: "expiredToken" } },
  },
  {
    name: "create-fails",
    label: "Creating fails",
    about: "New instances end CREATEFAILED.",
    plan: { with: { kind: "fails", operation: "create" } },
  },
  {
    name: "create-stuck",
    label: "Creating never ends",
    about: "New instances stay CREATING.",
    plan: { with: { kind: "stuck", operation: "create" } },
  },
  {
    name: "delete-fails",
    label: "Deleting fails",
    about: "Instances that are deleted end in ERROR.",
    plan: { with: { kind: "fails", operation: "delete" } },
  },
  {
    name: "list-lag",
    label: "Lists lag 10 seconds",
    about: "A new instance is missing in lists that long.",
    plan: { with: { kind: "listLag", ms: 10_000 } },
  },
];
