import type { CacheMode } from "./products";

/** Which values a parameter takes. */
type Range = readonly [lowest: number, highest: number] | readonly string[] | RegExp;

export interface Parameter {
  readonly id: number;
  readonly name: string;
  readonly range: Range;
  readonly initial: string | null;
}

const policies = ["volatile-lru", "allkeys-lru", "volatile-random", "allkeys-random", "volatile-ttl", "noeviction"];
const entries = [1, 10000] as const;

const rows: readonly (readonly [number, string, Range, string | null])[] = [
  [1, "timeout", [0, 7200], "0"],
  [2, "maxmemory-policy", [...policies, "volatile-lfu", "allkeys-lfu"], "volatile-lru"],
  [3, "hash-max-ziplist-entries", entries, "512"],
  [4, "hash-max-ziplist-value", entries, "64"],
  [5, "list-max-ziplist-entries", entries, "512"],
  [6, "list-max-ziplist-value", entries, "64"],
  [7, "set-max-intset-entries", entries, "512"],
  [8, "zset-max-ziplist-entries", entries, "128"],
  [9, "zset-max-ziplist-value", entries, "64"],
  [10, "latency-monitor-threshold", [0, 86400000], "0"],
  [11, "maxclients", [1000, 50000], "10000"],
  // Half of the memory, at most that of the largest instance.
  [12, "reserved-memory", [0, 32768], "0"],
  [13, "notify-keyspace-events", /^(?:[KE]+(?:A|[g$lshzxe]+)){0,11}$/, "Ex"],
  [14, "repl-backlog-size", [16384, 1073741824], "1048576"],
  [15, "repl-backlog-ttl", [0, 604800], "3600"],
  [16, "appendfsync", ["no", "always", "everysec"], "everysec"],
  [17, "appendonly", ["yes", "no"], "yes"],
  [18, "slowlog-log-slower-than", [0, 1000000], "10000"],
  [19, "slowlog-max-len", [0, 1000], "128"],
  [20, "lua-time-limit", [100, 5000], "5000"],
  [21, "repl-timeout", [30, 3600], "60"],
  [22, "proto-max-bulk-len", [1048576, 536870912], "536870912"],
  [23, "master-read-only", ["yes", "no"], "no"],
  [24, "client-output-buffer-slave-soft-limit", [0, 134217728], "13421772"],
  [25, "client-output-buffer-slave-hard-limit", [0, 134217728], "13421772"],
  [26, "client-output-buffer-limit-slave-soft-seconds", [0, 60], "60"],
  [30, "reserved-memory-percent", [0, 80], "0"],
  // The reference prints no numbers for these; clients take them from the list of an instance.
  [31, "active-expire-num", [1, 1000], "20"],
  [32, "auto-kill-timeout-lua-process", ["yes", "no"], "no"],
  [33, "multi-db", ["yes", "no"], "no"],
  [34, "dispatch-pubsub-to-fixed-shard", ["yes", "no"], "no"],
  [35, "readonly-lua-route-to-slave-enabled", ["yes", "no"], "no"],
  [36, "proxy-slowlog-log-slower-than", [30000, 2000000], "500000"],
  [37, "proxy-slowlog-max-len", [0, 1000], "128"],
  [38, "support-dispatch-to-replica-list", ["", "KEYS"], ""],
];

const parameters = new Map(rows.map(([id, name, range, initial]) => [id, { id, name, range, initial }]));

/** Those a Redis server on its own understands by the same name, whatever its limits and without writing files. */
export const understoodByRedis: ReadonlySet<string> = new Set([
  "timeout",
  "maxmemory-policy",
  "hash-max-ziplist-entries",
  "hash-max-ziplist-value",
  "set-max-intset-entries",
  "zset-max-ziplist-entries",
  "zset-max-ziplist-value",
  "latency-monitor-threshold",
  "notify-keyspace-events",
  "slowlog-log-slower-than",
  "slowlog-max-len",
]);

const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const sets = {
  "first single": [...between(1, 10), 13, 18, 19, 30],
  "first ha": [...between(1, 10), ...between(12, 19), 30],
  "first cluster": [2],
  "current single": [...between(1, 4), ...between(7, 11), 13, 18, 19, 20, 22, 23, 31],
  "current ha": [...between(1, 4), ...between(7, 11), ...between(13, 26), 31, 32],
  "current cluster": [...between(1, 4), ...between(7, 11), ...between(13, 26), 31, 32],
  "current proxy": [2, 3, 4, 7, 8, 9, 14, 15, ...between(18, 22), ...between(24, 26), ...between(31, 34), 36, 37, 38],
  "current ha_rw_split": [
    ...between(1, 4),
    ...between(7, 10),
    ...between(13, 19),
    21,
    ...between(24, 26),
    31,
    32,
    ...between(35, 38),
  ],
} as const;

interface Kind {
  readonly engineVersion: string;
  readonly product: { readonly cacheMode: CacheMode };
}

/** The parameters an instance of this kind has. */
export function parametersOf({ engineVersion, product }: Kind): Parameter[] {
  const first = product.cacheMode === "single" || product.cacheMode === "cluster" ? product.cacheMode : "ha";
  const ids = engineVersion === "3.0" ? sets[`first ${first}`] : sets[`current ${product.cacheMode}`];
  const found = ids.flatMap((id) => parameters.get(id) ?? []);
  if (engineVersion !== "3.0") return found;
  return found.map((each) => (each.id === 2 ? { ...each, range: policies, initial: "noeviction" } : each));
}

export function describeRange(range: Range): { type: string; text: string } {
  if (range instanceof RegExp) return { type: "regular", text: "([KE]+([A]|[g$lshzxe]+)){0,11}" };
  return typeof range[0] === "number"
    ? { type: "Integer", text: range.join("-") }
    : { type: "Enum", text: range.join(",") };
}

export function fits(value: string, range: Range): boolean {
  if (range instanceof RegExp) return range.test(value);
  const [lowest, highest] = range;
  if (typeof lowest !== "number") return range.some((allowed) => allowed === value);
  return /^\d+$/.test(value) && Number(value) >= lowest && Number(value) <= Number(highest);
}
