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
  readonly proxyCapacities: readonly number[];
  /** Empty where the edition has no read/write splitting. */
  readonly splitCapacities: readonly number[];
  readonly password: { readonly longest: number; readonly specials: string };
}

/** Redis 3.0, which the specification describes. */
export const EDITION_3: Edition = {
  versions: ["3.0"],
  modes: ["single", "ha", "cluster"],
  nodeCapacities: [2, 4, 8, 16, 32, 64],
  clusterCapacities: [64, 128, 256, 512],
  proxyCapacities: [],
  splitCapacities: [],
  password: { longest: 32, specials: "`~!@#$%^&*()-_=+\\|[{}]:'\",<.>/?" },
};

const CLUSTER_CAPACITIES = [4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

/** A size that only proxy clusters of some versions have, in GB. */
export const LARGEST_PROXY: { readonly capacity: number; readonly versions: readonly string[] } = {
  capacity: 2048,
  versions: ["6.0"],
};

/** Redis from 4.0 to 6.0. */
export const EDITION_4: Edition = {
  versions: ["4.0", "5.0", "6.0"],
  modes: MODES,
  nodeCapacities: [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 24, 32, 48, 64],
  clusterCapacities: CLUSTER_CAPACITIES,
  proxyCapacities: [...CLUSTER_CAPACITIES, LARGEST_PROXY.capacity],
  splitCapacities: [1, 2, 4, 8, 16, 32, 64],
  password: { longest: 64, specials: "`~!@#$^&*()-_=+\\|{},<.>/?" },
};

/** Versions that bring arguments. An argument names the one that brings it. */
export type Since = "4.0" | "6.0";

/** The versions that lack what a version brings. */
export const versionsBefore = (since: Since): readonly string[] =>
  [...EDITION_3.versions, ...EDITION_4.versions].filter((version) => Number(version) < Number(since));

/** Modes that have TLS, in the versions that have it. */
export const TLS_MODES: readonly Mode[] = ["single", "ha", "cluster"];
/**
 * Redis 7.0, which only version 2 of the API creates.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/creating_a_dcs_instance.html
 */
export const EDITION_7: Edition = {
  ...EDITION_4,
  versions: ["7.0"],
  modes: ["single", "ha", "cluster"],
  proxyCapacities: [],
  splitCapacities: [],
  password: { ...EDITION_4.password, longest: 32 },
};

/** The editions after 3.0. */
export const LATER_EDITIONS: readonly Edition[] = [EDITION_4, EDITION_7];

/** All sizes that an edition has, each once. */
export const capacitiesOfEdition = (edition: Edition): number[] => [
  ...new Set([
    ...edition.nodeCapacities,
    ...edition.splitCapacities,
    ...edition.clusterCapacities,
    ...edition.proxyCapacities,
  ]),
];

/** The version as programs declare it: an instance of `3.0` may return `3.0.7`. */
export const versionOf = (version: string): string => version.replace(/^(\d+\.\d+)\..*$/, "$1");

/** The edition of a version. An unknown version counts as that of 4.0 to 6.0. */
export const editionOf = (version: string): Edition =>
  [EDITION_3, EDITION_7].find(({ versions }) => versions.includes(versionOf(String(version)))) ?? EDITION_4;

/** Four-hour maintenance windows, start to end. */
export const WINDOWS: Readonly<Record<string, string>> = {
  "22:00:00": "02:00:00",
  "02:00:00": "06:00:00",
  "06:00:00": "10:00:00",
  "10:00:00": "14:00:00",
  "14:00:00": "18:00:00",
  "18:00:00": "22:00:00",
};

/** Full hours, at which the windows of version 2 of the API begin. They are one hour long. */
export const HOURS: readonly string[] = Array.from({ length: 24 }, (_, n) => `${String(n).padStart(2, "0")}:00:00`);

export const DEFAULT_WINDOW = { begin: "02:00:00", end: "06:00:00" } as const;

/** Port of an instance, unless another is declared. */
export const DEFAULT_PORT = 6379;
