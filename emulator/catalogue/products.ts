/** How an instance is built: one node, a pair, a cluster, a cluster behind proxies, or a pair that also serves reads. */
export type CacheMode = "single" | "ha" | "cluster" | "proxy" | "ha_rw_split";

export interface Product {
  readonly productId: string;
  readonly specCode: string;
  readonly cacheMode: CacheMode;
  readonly engineVersions: readonly string[];
  /** Capacities in GB: several for 3.0, exactly one per spec code later. */
  readonly capacities: readonly number[];
  /** Specifications of one line differ in size only; an instance can be extended within its line. */
  readonly line: string;
  /** Nodes that hold the same data, the master included: of the instance, or of each shard of a cluster. */
  readonly replicas: number;
}

const tiny = [128, 256, 512];
const nodeSizes = [1, 2, 4, 8, 16, 24, 32, 48, 64];
const clusterSizes = [4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

interface Family {
  readonly cacheMode: CacheMode;
  readonly prefix: string;
  /** Replica part of the spec code, with its dot; an empty one where the code has none. */
  readonly replicas: readonly string[];
  readonly mb?: readonly number[];
  readonly gb: readonly number[];
  readonly engineVersions: readonly string[];
}

const beforeSeven = ["4.0", "5.0", "6.0"];
const current = [...beforeSeven, "7.0"];

const families: readonly Family[] = [
  { cacheMode: "single", prefix: "redis.single.xu1", replicas: [""], mb: tiny, gb: nodeSizes, engineVersions: current },
  {
    cacheMode: "ha",
    prefix: "redis.ha.xu1",
    replicas: [".r2", ".r3", ".r4", ".r5"],
    mb: tiny,
    gb: nodeSizes,
    engineVersions: current,
  },
  {
    cacheMode: "ha_rw_split",
    prefix: "redis.ha.xu1",
    replicas: [".p2", ".p3", ".p4", ".p5", ".p6"],
    gb: [1, 2, 4, 8, 16, 32, 64],
    engineVersions: beforeSeven,
  },
  {
    cacheMode: "cluster",
    prefix: "redis.cluster.xu1",
    replicas: [".r1", ".r2", ".r3", ".r4", ".r5"],
    gb: clusterSizes,
    engineVersions: current,
  },
  { cacheMode: "proxy", prefix: "redis.proxy.xu1", replicas: [""], gb: clusterSizes, engineVersions: beforeSeven },
  { cacheMode: "proxy", prefix: "redis.proxy.xu1", replicas: [""], gb: [2048], engineVersions: ["6.0"] },
];

/** Nodes where the spec code does not tell. */
const untold: Readonly<Record<CacheMode, number>> = { single: 1, ha: 2, ha_rw_split: 2, cluster: 2, proxy: 2 };

const firstGeneration: readonly Product[] = (
  [
    ["OTC_DCS_SINGLE", "dcs.single_node", "single", [2, 4, 8, 16, 32, 64]],
    ["OTC_DCS_MS", "dcs.master_standby", "ha", [2, 4, 8, 16, 32, 64]],
    ["OTC_DCS_CL", "dcs.cluster", "cluster", [64, 128, 256, 512]],
  ] as const
).map(([productId, specCode, cacheMode, capacities]) => ({
  productId,
  specCode,
  cacheMode,
  engineVersions: ["3.0"],
  capacities,
  line: specCode,
  replicas: untold[cacheMode],
}));

function productsOf(family: Family): Product[] {
  return family.replicas.flatMap((replica) => {
    const sizes = [
      ...(family.mb ?? []).map((mb) => ({ code: `tiny${replica}.${mb}`, gb: mb / 1024 })),
      ...family.gb.map((gb) => ({ code: `large${replica}.${gb}`, gb })),
    ];
    return sizes.map(({ code, gb }) => ({
      productId: `${family.prefix}.${code}-h`,
      specCode: `${family.prefix}.${code}`,
      cacheMode: family.cacheMode,
      engineVersions: family.engineVersions,
      capacities: [gb],
      line: `${family.prefix}${replica}`,
      replicas: replica === "" ? untold[family.cacheMode] : Number(replica.slice(2)),
    }));
  });
}

/** Everything the emulator sells. */
export const products: readonly Product[] = [...firstGeneration, ...families.flatMap(productsOf)];

export const productById = new Map(products.map((product) => [product.productId, product]));
export const productBySpec = new Map(products.map((product) => [product.specCode, product]));

/** Memory in MB that is left for data, by total capacity in GB: a node keeps a reserve, a cluster of 3.0 does not. */
export function usableMemory(product: Product, capacity: number): number {
  if (product.specCode === "dcs.cluster") return capacity * 1024;
  return Math.floor(capacity * 1024 * 0.8);
}
