import type { Mode } from "../editions";
import type { Effect } from "./resize-effects";

/** What one resize changes. With another number of shards the size changes, too. */
export type Kind =
  | "larger"
  | "smaller"
  | "more shards"
  | "fewer shards"
  | "more replicas"
  | "fewer replicas"
  | "another mode";

/** How a request names the change. A change of the size alone has no name. */
export type ChangeType = "createReplication" | "deleteReplication" | "addSharding" | "instanceType";

/** `unsure`: the documents of the service contradict each other, or are silent. */
export type Possible = "yes" | "unsure" | "no";

/** One kind of change in place, and what the service says about it. */
export interface Transition {
  readonly from: Mode;
  readonly to: Mode;
  readonly kind: Kind;
  /** By version of Redis. A version that is not listed cannot do it. */
  readonly possible: Readonly<Record<string, Possible>>;
  readonly changeType?: ChangeType;
  readonly effects: readonly Effect[];
}

const by = (fourAndFive: Possible, six: Possible, seven: Possible): Readonly<Record<string, Possible>> => ({
  "4.0": fourAndFive,
  "5.0": fourAndFive,
  "6.0": six,
  "7.0": seven,
});

const ALWAYS = by("yes", "yes", "yes");
const SPLIT = by("yes", "no", "no");
const PROXY = by("yes", "unsure", "no");

const within = (mode: Mode, kind: Kind, possible: Transition["possible"], effects: readonly Effect[]): Transition => ({
  from: mode,
  to: mode,
  kind,
  possible,
  effects,
});

const sizes = (mode: Mode, possible: Transition["possible"]): readonly Transition[] => [
  within(mode, "larger", possible, ["cut", "read-only"]),
  within(mode, "smaller", possible, ["uncut", "memory", "backups"]),
];

const shards = (mode: "cluster" | "proxy", possible: Transition["possible"]): readonly Transition[] => [
  within(mode, "larger", possible, ["stutter", "backups", "big key"]),
  within(mode, "smaller", possible, ["uncut", "memory", "backups", "big key"]),
  {
    ...within(mode, "more shards", possible, ["uncut", "rebalanced", "backups", "big key"]),
    ...(mode === "cluster" ? { changeType: "addSharding" } : {}),
  },
  within(mode, "fewer shards", possible, [
    "cut",
    ...(mode === "cluster" ? (["nodes gone"] as const) : []),
    "memory",
    "backups",
    "big key",
  ]),
];

const replicas = (mode: Mode, possible: Transition["possible"]): readonly Transition[] => [
  { ...within(mode, "more replicas", possible, ["uncut"]), changeType: "createReplication" },
  { ...within(mode, "fewer replicas", possible, ["cut"]), changeType: "deleteReplication" },
];

const modes = (from: Mode, to: Mode, effects: readonly Effect[] = []): Transition => ({
  from,
  to,
  kind: "another mode",
  possible: PROXY,
  changeType: "instanceType",
  effects: ["cut", "read-only", "memory", "alarms", ...effects],
});

/**
 * Every change in place that the service knows from Redis 4.0 on. What is not listed is impossible in place.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/umn/operation_guide/managing_instances/modifying_dcs_instance_specifications.html
 */
export const TRANSITIONS: readonly Transition[] = [
  within("single", "larger", ALWAYS, ["cut", "read-only", "single data", "single failure"]),
  within("single", "smaller", ALWAYS, ["uncut", "memory", "single data", "single failure"]),
  ...sizes("ha", ALWAYS),
  ...sizes("ha_rw_split", SPLIT),
  ...shards("cluster", ALWAYS),
  ...shards("proxy", PROXY),
  ...replicas("ha", ALWAYS),
  ...replicas("ha_rw_split", SPLIT),
  ...replicas("cluster", ALWAYS),
  modes("ha", "proxy", ["read-only address"]),
  modes("proxy", "ha"),
  modes("ha_rw_split", "proxy", ["read-only address"]),
  modes("proxy", "ha_rw_split"),
];

/** The row of a change, if the version of Redis can do it. */
export const transitionOf = (from: Mode, to: Mode, kind: Kind, version: string): Transition | undefined =>
  TRANSITIONS.find(
    (row) => row.from === from && row.to === to && row.kind === kind && (row.possible[version] ?? "no") !== "no",
  );
