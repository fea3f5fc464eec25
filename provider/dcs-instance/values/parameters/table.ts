import { EDITION_3, editionOf, type Mode } from "../editions";

/** What a parameter may be: whole numbers from and to, one of several words, or a text of a pattern. */
export type Allowed =
  | { readonly from: number; readonly to: number; readonly unit?: string }
  | { readonly words: readonly string[] }
  | { readonly pattern: RegExp; readonly meaning: string };

export interface ParameterRule {
  readonly allowed: Allowed;
  /** The same on 3.0, where it differs. */
  readonly allowedOn3?: Allowed;
  /** Modes that have it on 3.0. */
  readonly on3: readonly Mode[];
  /** Modes that have it from 4.0. */
  readonly from4: readonly Mode[];
  /** What a value does that one should know before it is set. */
  readonly risk?: Readonly<Record<string, string>>;
}

const whole = (from: number, to: number, unit?: string): Allowed => ({ from, to, ...(unit ? { unit } : {}) });
const words = (...all: string[]): Allowed => ({ words: all });
const yesNo = words("yes", "no");

const ALL: readonly Mode[] = ["single", "ha", "ha_rw_split", "proxy", "cluster"];
const but = (...without: readonly Mode[]): readonly Mode[] => ALL.filter((mode) => !without.includes(mode));
const only = (...modes: readonly Mode[]): readonly Mode[] => modes;
const NODES_3 = only("single", "ha");

const POLICIES_3 = ["volatile-lru", "allkeys-lru", "volatile-random", "allkeys-random", "volatile-ttl", "noeviction"];
const POLICIES = [...POLICIES_3, "volatile-lfu", "allkeys-lfu"];

const row = (
  allowed: Allowed,
  on3: readonly Mode[],
  from4: readonly Mode[],
  risk?: ParameterRule["risk"],
): ParameterRule => ({ allowed, on3, from4, ...(risk ? { risk } : {}) });

/**
 * The parameters that the service documents. The service's own list for an instance counts as soon as it exists, because
 * some limits depend on the size.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/parameter_management_apis/modifying_configuration_parameters.html
 */
export const PARAMETERS = {
  timeout: row(whole(0, 7200, "s"), NODES_3, but("proxy")),
  "maxmemory-policy": {
    ...row(words(...POLICIES), only("single", "ha", "cluster"), ALL),
    allowedOn3: words(...POLICIES_3),
  },
  "hash-max-ziplist-entries": row(whole(1, 10_000), NODES_3, ALL),
  "hash-max-ziplist-value": row(whole(1, 10_000), NODES_3, ALL),
  "list-max-ziplist-entries": row(whole(1, 10_000), NODES_3, []),
  "list-max-ziplist-value": row(whole(1, 10_000), NODES_3, []),
  "set-max-intset-entries": row(whole(1, 10_000), NODES_3, ALL),
  "zset-max-ziplist-entries": row(whole(1, 10_000), NODES_3, ALL),
  "zset-max-ziplist-value": row(whole(1, 10_000), NODES_3, ALL),
  "latency-monitor-threshold": row(whole(0, 86_400_000, "ms"), NODES_3, but("proxy")),
  maxclients: row(whole(1000, 50_000), [], but("proxy", "ha_rw_split")),
  "reserved-memory": row(whole(0, 32_768, "MB"), only("ha"), []),
  "notify-keyspace-events": row(
    {
      pattern: /^([KE]+(A|[g$lshzxe]+)){0,11}$/,
      meaning: 'K, E or both, then A or some of g$lshzxe, such as "Ex" or "KEA", or an empty text',
    },
    NODES_3,
    but("proxy"),
  ),
  "repl-backlog-size": row(whole(16_384, 1_073_741_824, "bytes"), only("ha"), but("single")),
  "repl-backlog-ttl": row(whole(0, 604_800, "s"), only("ha"), but("single")),
  appendfsync: row(words("no", "always", "everysec"), only("ha"), only("ha", "ha_rw_split", "cluster")),
  appendonly: row(yesNo, only("ha"), only("ha", "ha_rw_split", "cluster"), {
    no: "data is lost when the cache restarts",
  }),
  "slowlog-log-slower-than": row(whole(0, 1_000_000, "µs"), NODES_3, ALL),
  "slowlog-max-len": row(whole(0, 1000), NODES_3, ALL),
  "lua-time-limit": row(whole(100, 5000, "ms"), [], but("ha_rw_split")),
  "repl-timeout": row(whole(30, 3600, "s"), [], but("single")),
  "proto-max-bulk-len": row(whole(1_048_576, 536_870_912, "bytes"), [], but("ha_rw_split")),
  "master-read-only": row(yesNo, [], but("proxy", "ha_rw_split"), { yes: "every write fails from then on" }),
  "client-output-buffer-slave-soft-limit": row(whole(0, 134_217_728, "bytes"), [], but("single")),
  "client-output-buffer-slave-hard-limit": row(whole(0, 134_217_728, "bytes"), [], but("single")),
  "client-output-buffer-limit-slave-soft-seconds": row(whole(0, 60, "s"), [], but("single")),
  "reserved-memory-percent": row(whole(0, 80, "%"), NODES_3, []),
  "active-expire-num": row(whole(1, 1000), [], ALL),
  "auto-kill-timeout-lua-process": row(yesNo, [], but("single"), {
    yes: "a script that writes and runs too long restarts the node",
  }),
  "multi-db": row(yesNo, [], only("proxy")),
  "dispatch-pubsub-to-fixed-shard": row(yesNo, [], only("proxy")),
  "readonly-lua-route-to-slave-enabled": row(yesNo, [], only("ha_rw_split")),
  "proxy-slowlog-log-slower-than": row(whole(30_000, 2_000_000, "µs"), [], only("proxy", "ha_rw_split")),
  "proxy-slowlog-max-len": row(whole(0, 1000), [], only("proxy", "ha_rw_split")),
  "support-dispatch-to-replica-list": row(words("", "KEYS"), [], only("proxy", "ha_rw_split")),
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Name of a parameter that the service documents. */
export type ParameterName = keyof typeof PARAMETERS;

export const ruleOf = (name: string): ParameterRule | undefined =>
  Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name as ParameterName] : undefined;

/** What a version allows. */
export const allowedIn = ({ allowed, allowedOn3 }: ParameterRule, version: string): Allowed =>
  (editionOf(version) === EDITION_3 ? allowedOn3 : undefined) ?? allowed;

/** True if an instance of this version and mode has the parameter. An unknown mode has all. */
export const isOffered = (rule: ParameterRule, version: string, mode: Mode | undefined): boolean => {
  const modes = editionOf(version) === EDITION_3 ? rule.on3 : rule.from4;
  return mode === undefined ? modes.length > 0 : modes.includes(mode);
};

/** Why the value is not allowed, with what is; `undefined` if it is allowed. */
export function objectionTo(allowed: Allowed, value: unknown): string | undefined {
  const text = String(value);
  if ("words" in allowed)
    return allowed.words.includes(text)
      ? undefined
      : `use one of ${allowed.words.map((each) => JSON.stringify(each)).join(", ")}`;
  if ("pattern" in allowed) return allowed.pattern.test(text) ? undefined : `use ${allowed.meaning}`;
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= allowed.from && number <= allowed.to
    ? undefined
    : `use a whole number from ${allowed.from} to ${allowed.to}${allowed.unit ? ` (${allowed.unit})` : ""}`;
}
