import type { PlaceArgs } from "./place";

/** Which caches to list. What is left out matches all. */
export interface GetInstancesArgs extends PlaceArgs {
  /** The whole name. */
  name?: string;
  /** Tags that a cache must have, all of them. An empty value matches any. */
  tags?: Record<string, string>;
  /** Status, e.g. `"RUNNING"`. */
  status?: string;
}

/** A cache of the project. `DcsInstance.get` reads more of it. */
export interface InstanceSummary {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly engineVersion?: string;
  readonly cacheMode?: string;
  readonly specCode?: string;
  /** Size in GB. */
  readonly capacity?: number;
  /** Address and port, e.g. `192.168.0.7:6379`. */
  readonly endpoint?: string;
  readonly vpcId?: string;
  readonly subnetId?: string;
  /** UTC, e.g. `2024-01-15T08:30:00.297Z`. */
  readonly createdAt?: string;
  readonly tags: Readonly<Record<string, string>>;
}
