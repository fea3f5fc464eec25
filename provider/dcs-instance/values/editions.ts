/**
 * What each edition of the service offers, as data.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */

/** Deployment of an instance, as `cache_mode` names it. */
export type Mode = "single" | "ha" | "ha_rw_split" | "cluster" | "proxy";

export const MODES: readonly Mode[] = ["single", "ha", "ha_rw_split", "cluster", "proxy"];

/** Sizes of a cache with read/write splitting in GB. */
export const SPLIT_CAPACITIES: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

export interface Edition {
  readonly versions: readonly string[];
  readonly modes: readonly Mode[];
  /** Sizes in GB. */
  readonly nodeCapacities: readonly number[];
  readonly clusterCapacities: readonly number[];
  readonly password: { readonly longest: number; readonly specials: string };
}

/** Redis 3.0, which the specification describes. */
export const EDITION_3: Edition = {
  versions: ["3.0"],
  modes: ["single", "ha", "cluster"],
  nodeCapacities: [2, 4, 8, 16, 32, 64],
  clusterCapacities: [64, 128, 256, 512],
  password: { longest: 32, specials: "`~!@#$%^&*()-_=+\\|[{}]:'\",<.>/?" },
};

/** Redis from 4.0 on. */
export const EDITION_4: Edition = {
  versions: ["4.0", "5.0", "6.0"],
  modes: MODES,
  nodeCapacities: [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 24, 32, 48, 64],
  clusterCapacities: [4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024],
  password: { longest: 64, specials: "`~!@#$^&*()-_=+\\|{},<.>/?" },
};

/** The version as programs declare it: an instance of `3.0` may return `3.0.7`. */
export const versionOf = (version: string): string => version.replace(/^(\d+\.\d+)\..*$/, "$1");

/** The edition of a version. An unknown version counts as the later edition. */
export const editionOf = (version: string): Edition =>
  EDITION_3.versions.includes(versionOf(String(version))) ? EDITION_3 : EDITION_4;

/** Four-hour maintenance windows, start to end. */
export const WINDOWS: Readonly<Record<string, string>> = {
  "22:00:00": "02:00:00",
  "02:00:00": "06:00:00",
  "06:00:00": "10:00:00",
  "10:00:00": "14:00:00",
  "14:00:00": "18:00:00",
  "18:00:00": "22:00:00",
};

export const DEFAULT_WINDOW = { begin: "02:00:00", end: "06:00:00" } as const;

/** Commands that may be renamed. */
export const RENAMABLE = [
  "command",
  "keys",
  "flushdb",
  "flushall",
  "hgetall",
  "scan",
  "hscan",
  "sscan",
  "zscan",
] as const;
