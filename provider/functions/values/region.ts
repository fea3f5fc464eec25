import type { PlaceArgs } from "./place";

/** Deployment of a cache. */
export type CacheMode = "single" | "ha" | "ha_rw_split" | "proxy" | "cluster";

export interface GetAvailabilityZonesArgs extends PlaceArgs {}

/** A zone of the region. */
export interface AvailabilityZone {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** E.g. `eu-de-01`. */
  readonly code: string;
  /** Whether new caches can be created there. */
  readonly hasResources: boolean;
}

/** Which products or flavors to list. What is left out matches all. */
export interface GetProductsArgs extends PlaceArgs {
  /** `"single"`, `"ha"`, `"ha_rw_split"`, `"proxy"` or `"cluster"`. */
  cacheMode?: CacheMode;
  /** E.g. `"6.0"`. */
  engineVersion?: string;
  /** Size in GB, e.g. `2` or `0.125`. */
  capacity?: number;
}

/** A product of version 1.0 of the API, as `productId` of a cache names it. */
export interface Product {
  /** Value for the argument `productId`. */
  readonly productId: string;
  /** E.g. `redis.ha.xu1.large.r2.2`. */
  readonly specCode?: string;
  readonly cacheMode?: string;
  readonly engineVersions: readonly string[];
  /** Sizes in GB. */
  readonly capacities: readonly number[];
  /** Nodes per shard, the master included. */
  readonly replicas?: number;
}

export interface GetFlavorsArgs extends GetProductsArgs {
  /** Only flavors that this zone has in stock: code or id. */
  zone?: string;
  /** Nodes per shard, the master included. */
  replicas?: number;
}

/** A size of a cache from Redis 4.0 on, with its limits and the zones that have it in stock. */
export interface Flavor {
  /** E.g. `redis.ha.xu1.large.r2.2`. */
  readonly specCode: string;
  readonly cacheMode?: string;
  readonly engineVersions: readonly string[];
  /** Size in GB. */
  readonly capacity: number;
  /** Nodes per shard, the master included. */
  readonly replicas?: number;
  /** Number of shards. */
  readonly shards?: number;
  /** Most clients at a time; where the service does not say, the most connections that a cache can be set to. */
  readonly maxConnections?: number;
  /** Bandwidth in Mbit/s. */
  readonly maxBandwidth?: number;
  /** Codes of the zones that have it in stock. */
  readonly availableZones: readonly string[];
}

export interface GetMaintenanceWindowsArgs extends PlaceArgs {}

/** A window for the arguments `maintainBegin` and `maintainEnd`, UTC. */
export interface MaintenanceWindow {
  /** E.g. `22:00:00`. */
  readonly begin: string;
  /** E.g. `02:00:00`. */
  readonly end: string;
  /** Whether a cache gets it if it declares none. */
  readonly isDefault: boolean;
}

export interface GetQuotaArgs extends PlaceArgs {}

/** What may be used, and what is used. */
export interface QuotaUse {
  readonly limit: number;
  readonly used: number;
  readonly free: number;
}

/** Quota of the project. A part is absent if the service does not limit it. */
export interface Quota {
  /** Number of caches. */
  readonly instances?: QuotaUse;
  /** Memory of all caches in GB. */
  readonly memory?: QuotaUse;
}
