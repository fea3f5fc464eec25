/** What can be ordered: a mode with its nodes and its size in GB, and the product that is meant. */
export interface Kind {
  readonly mode: string;
  readonly capacity: number;
  readonly product: string;
  /** Nodes of a shard, the master included; 0 on 3.0, where no number can be declared. */
  readonly replicas: number;
}

const NODE_3_0 = [2, 4, 8, 16, 32, 64];
const NODE = [1, 2, 4, 8, 16, 24, 32, 48, 64];
const CLUSTER = [4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];
const SPLIT = [1, 2, 4, 8, 16, 32, 64];
const TINY: ReadonlyArray<[number, number]> = [
  [0.125, 128],
  [0.25, 256],
  [0.5, 512],
];

const of3 = (mode: string, product: string, sizes: readonly number[]): Kind[] =>
  sizes.map((capacity) => ({ mode, capacity, product, replicas: 0 }));

export const KINDS_3_0: readonly Kind[] = [
  ...of3("single", "OTC_DCS_SINGLE", NODE_3_0),
  ...of3("ha", "OTC_DCS_MS", NODE_3_0),
  ...of3("cluster", "OTC_DCS_CL", [64, 128, 256, 512]),
];

/** `part`: what the code has between unit and size. */
const sized = (
  mode: string,
  prefix: string,
  part: string,
  replicas: number,
  sizes: readonly number[],
  tiny = false,
) => {
  const all = [
    ...sizes.map((capacity) => [capacity, "large", capacity] as const),
    ...(tiny ? TINY.map(([capacity, mb]) => [capacity, "tiny", mb] as const) : []),
  ];
  return all.map(([capacity, unit, size]): Kind => {
    return { mode, capacity, replicas, product: `redis.${prefix}.xu1.${unit}${part}.${size}-h` };
  });
};

/** The kinds from 4.0 on. */
export const KINDS: readonly Kind[] = [
  ...sized("single", "single", "", 1, NODE, true),
  ...[2, 3, 4, 5].flatMap((n) => sized("ha", "ha", `.r${n}`, n, NODE, true)),
  ...[2, 3, 4, 5, 6].flatMap((n) => sized("ha_rw_split", "ha", `.p${n}`, n, SPLIT)),
  ...[1, 2, 3, 4, 5].flatMap((n) => sized("cluster", "cluster", `.r${n}`, n, CLUSTER)),
  ...sized("proxy", "proxy", "", 2, CLUSTER),
];

/** Versions that have a mode, from 4.0 on. */
export const versionsOf = (mode: string): string[] =>
  ["single", "ha", "cluster"].includes(mode) ? ["4.0", "5.0", "6.0", "7.0"] : ["4.0", "5.0", "6.0"];
