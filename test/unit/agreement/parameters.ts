import fc from "fast-check";

type Values = readonly [lowest: number, highest: number] | readonly string[];

const policies = ["volatile-lru", "allkeys-lru", "volatile-random", "allkeys-random", "volatile-ttl", "noeviction"];
const yesNo = ["yes", "no"];
const entries = [1, 10_000] as const;

/** Letters of the modes: single, ha, ha_rw_split (w), proxy, cluster. Columns: on 3.0, from 4.0. */
const rows: ReadonlyArray<readonly [name: string, values: Values, on3: string, from4: string]> = [
  ["timeout", [0, 7200], "sh", "shwc"],
  ["maxmemory-policy", [...policies, "volatile-lfu", "allkeys-lfu"], "shc", "shwpc"],
  ["hash-max-ziplist-entries", entries, "sh", "shwpc"],
  ["hash-max-ziplist-value", entries, "sh", "shwpc"],
  ["list-max-ziplist-entries", entries, "sh", ""],
  ["list-max-ziplist-value", entries, "sh", ""],
  ["set-max-intset-entries", entries, "sh", "shwpc"],
  ["zset-max-ziplist-entries", entries, "sh", "shwpc"],
  ["zset-max-ziplist-value", entries, "sh", "shwpc"],
  ["latency-monitor-threshold", [0, 86_400_000], "sh", "shwc"],
  ["maxclients", [1000, 50_000], "", "shc"],
  ["reserved-memory", [0, 32_768], "h", ""],
  ["notify-keyspace-events", ["", "Ex", "KEA", "KEg$lshzxe", "KgEx", "KKEEA", "KAEA"], "sh", "shwc"],
  ["repl-backlog-size", [16_384, 1_073_741_824], "h", "hwpc"],
  ["repl-backlog-ttl", [0, 604_800], "h", "hwpc"],
  ["appendfsync", ["no", "always", "everysec"], "h", "hwc"],
  ["appendonly", yesNo, "h", "hwc"],
  ["slowlog-log-slower-than", [0, 1_000_000], "sh", "shwpc"],
  ["slowlog-max-len", [0, 1000], "sh", "shwpc"],
  ["lua-time-limit", [100, 5000], "", "shpc"],
  ["repl-timeout", [30, 3600], "", "hwpc"],
  ["proto-max-bulk-len", [1_048_576, 536_870_912], "", "shpc"],
  ["master-read-only", yesNo, "", "shc"],
  ["client-output-buffer-slave-soft-limit", [0, 134_217_728], "", "hwpc"],
  ["client-output-buffer-slave-hard-limit", [0, 134_217_728], "", "hwpc"],
  ["client-output-buffer-limit-slave-soft-seconds", [0, 60], "", "hwpc"],
  ["reserved-memory-percent", [0, 80], "sh", ""],
  ["active-expire-num", [1, 1000], "", "shwpc"],
  ["auto-kill-timeout-lua-process", yesNo, "", "hwpc"],
  ["multi-db", yesNo, "", "p"],
  ["dispatch-pubsub-to-fixed-shard", yesNo, "", "p"],
  ["readonly-lua-route-to-slave-enabled", yesNo, "", "w"],
  ["proxy-slowlog-log-slower-than", [30_000, 2_000_000], "", "wp"],
  ["proxy-slowlog-max-len", [0, 1000], "", "wp"],
  ["support-dispatch-to-replica-list", ["", "KEYS"], "", "wp"],
];

const letterOf = (mode: string): string => (mode === "ha_rw_split" ? "w" : mode.charAt(0));

const isRange = (values: Values): values is readonly [number, number] => typeof values[0] === "number";

const taken = (values: Values): ReadonlyArray<string | number> =>
  isRange(values) ? [...values, String(values[0]), values[0] + 1] : values;

const notTaken = (values: Values): ReadonlyArray<string | number> =>
  isRange(values) ? [values[0] - 1, values[1] + 1, values[0] + 0.5, "", "soon"] : ["", "Yes", "K", "x", 1];

/** Up to three parameters that an instance has, with values that it takes. */
export function soundParameters(version: string, mode: string): fc.Arbitrary<object> {
  const offered = rows.filter(([, , on3, from4]) => (version === "3.0" ? on3 : from4).includes(letterOf(mode)));
  const one = fc.constantFrom(...offered).chain(([name, values]) => {
    const all = taken(values).filter((value) => version !== "3.0" || !String(value).endsWith("lfu"));
    return fc.constantFrom(...all).map((value) => [name, value] as const);
  });
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((some) => ({ parameters: Object.fromEntries(some) }));
}

const flags = fc.array(fc.constantFrom(..."KEAg$lshzxed"), { maxLength: 13 }).map((all) => all.join(""));

const anyRow = fc
  .constantFrom(...rows)
  .chain(([name, values]) =>
    fc.constantFrom(...taken(values), ...notTaken(values)).map((value) => [name, value] as const),
  );

/** One or two parameters, whatever the instance has, with values at the limits or beyond. */
export const someParameters: fc.Arbitrary<object> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: anyRow },
      { weight: 2, arbitrary: flags.map((text) => ["notify-keyspace-events", text] as const) },
      fc.constant(["timeot", 60] as const),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((some) => Object.fromEntries(some));
