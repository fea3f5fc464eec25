import type { CacheMode } from "./products";

/** A parameter template of the system. */
export interface Template {
  readonly id: string;
  readonly engineVersion: string;
  readonly cacheMode: CacheMode;
}

/** Only `"6"` and `"11"` are printed in the reference; the other numbers are made up in their manner. */
const ids: ReadonlyArray<readonly [id: string, engineVersion: string, cacheMode: CacheMode]> = [
  ["6", "4.0", "single"],
  ["7", "4.0", "ha"],
  ["8", "4.0", "cluster"],
  ["9", "4.0", "proxy"],
  ["10", "4.0", "ha_rw_split"],
  ["11", "5.0", "single"],
  ["12", "5.0", "ha"],
  ["13", "5.0", "cluster"],
  ["14", "5.0", "proxy"],
  ["15", "5.0", "ha_rw_split"],
  ["16", "6.0", "single"],
  ["17", "6.0", "ha"],
  ["18", "6.0", "cluster"],
  ["19", "6.0", "proxy"],
  ["20", "6.0", "ha_rw_split"],
  ["21", "7.0", "single"],
  ["22", "7.0", "ha"],
  ["23", "7.0", "cluster"],
];

export const templates: readonly Template[] = ids.map(([id, engineVersion, cacheMode]) => ({
  id,
  engineVersion,
  cacheMode,
}));
