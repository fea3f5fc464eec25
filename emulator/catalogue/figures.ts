import type { CacheMode, Product } from "./products";

/** What a specification offers besides its memory. */
export interface Figures {
  readonly shards: number;
  readonly proxies: number;
  readonly databases: number;
  /** Connections by default, and the most that can be set. */
  readonly connections: number;
  readonly maxConnections: number;
  /** Mbit/s. */
  readonly bandwidth: number;
  /** Addresses taken from the subnet. */
  readonly addresses: number;
}

/** The first row whose size is not smaller, of rows in ascending order. */
function bySize<T>(rows: readonly (readonly [gb: number, value: T])[], gb: number): T {
  const row = rows.find(([size]) => gb <= size) ?? rows[rows.length - 1];
  if (row === undefined) throw new Error("A table of sizes is empty.");
  return row[1];
}

const shardsBySize = [
  [32, 3],
  [48, 6],
  [64, 8],
  [96, 12],
  [128, 16],
  [192, 24],
  [256, 32],
  [384, 48],
  [512, 64],
  [768, 96],
  [2048, 128],
] as const;

const nodeBandwidth = [
  [0.125, 40],
  [1, 80],
  [2, 128],
  [8, 192],
  [48, 256],
  [64, 384],
] as const;

const proxyConnections = [
  [4, 20_000],
  [32, 30_000],
] as const;

const proxyBandwidth = [
  [4, 1000],
  [8, 2000],
  [32, 3072],
] as const;

type Rule = (gb: number, replicas: number, shards: number) => Omit<Figures, "shards">;

const node: Rule = (gb, replicas) => ({
  proxies: 0,
  databases: 256,
  connections: 10_000,
  maxConnections: gb < 1 ? 10_000 : 50_000,
  bandwidth: bySize(nodeBandwidth, gb),
  addresses: replicas,
});

const rules: Readonly<Record<CacheMode, Rule>> = {
  single: node,
  ha: node,
  ha_rw_split: (gb, replicas) => ({
    ...node(gb, replicas, 1),
    connections: 10_000 * replicas,
    maxConnections: 10_000 * replicas,
    // 48 or 96 MB/s for each server.
    bandwidth: (gb < 8 ? 48 : 96) * 8 * replicas,
    addresses: 1,
  }),
  cluster: (_, replicas, shards) => ({
    proxies: 0,
    databases: 1,
    connections: 10_000 * shards,
    maxConnections: 50_000 * shards,
    bandwidth: 768 * shards,
    addresses: shards * replicas,
  }),
  proxy: (gb, _, shards) => {
    const connections = gb <= 32 ? bySize(proxyConnections, gb) : Math.min(10_000 * shards, 500_000);
    return {
      proxies: shards,
      databases: 1,
      connections,
      maxConnections: connections,
      bandwidth: gb <= 32 ? bySize(proxyBandwidth, gb) : Math.min(768 * shards, 10_000),
      addresses: 1,
    };
  },
};

/** The figures of a specification of 4.0 and later, at one of its sizes. */
export function figuresOf({ cacheMode, replicas }: Product, gb: number): Figures {
  const shards = cacheMode === "cluster" || cacheMode === "proxy" ? bySize(shardsBySize, gb) : 1;
  return { shards, ...rules[cacheMode](gb, replicas, shards) };
}
