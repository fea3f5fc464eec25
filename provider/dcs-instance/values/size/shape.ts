import { isUnknown } from "../../../resource/describe/unknown";
import { EDITION_4, type Mode, SPLIT_CAPACITIES } from "../editions";
import { parseProductCode, variantOf } from "../product-code";

/** What a resize changes: the mode, the nodes of a shard with its master, and the size in GB. */
export interface Shape {
  readonly mode: Mode;
  readonly replicas: number;
  readonly capacity: number;
  /** Size of a shard in GB, if the product names one. */
  readonly shardGb?: number;
}

/** Nodes of a shard, master included: what can be chosen, and what an instance has if nothing is chosen. */
export const REPLICAS: Readonly<
  Record<Mode, { readonly least: number; readonly most: number; readonly usual: number }>
> = {
  single: { least: 1, most: 1, usual: 1 },
  ha: { least: 2, most: 5, usual: 2 },
  ha_rw_split: { least: 2, most: 6, usual: 2 },
  cluster: { least: 1, most: 5, usual: 2 },
  proxy: { least: 2, most: 2, usual: 2 },
};

/** Sizes in GB from 4.0 on. */
export const SIZES: Readonly<Record<Mode, readonly number[]>> = {
  single: EDITION_4.nodeCapacities,
  ha: EDITION_4.nodeCapacities,
  ha_rw_split: SPLIT_CAPACITIES,
  cluster: EDITION_4.clusterCapacities,
  proxy: EDITION_4.proxyCapacities,
};

/** Shards of a cluster up to each size. */
const SHARDS: ReadonlyArray<readonly [upToGb: number, shards: number]> = [
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
  [1024, 128],
];

/** Shards of an instance; 1 unless it is a cluster. */
export function shardsOf({ mode, capacity, shardGb }: Shape): number {
  if (mode !== "cluster" && mode !== "proxy") return 1;
  if (shardGb !== undefined) return Math.ceil(capacity / shardGb);
  return SHARDS.find(([upToGb]) => capacity <= upToGb)?.[1] ?? 128;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && !isUnknown(value) ? value : undefined;
const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** What arguments or outputs say of a shape. */
export function partsIn(values: Readonly<Record<string, unknown>>): Partial<Shape> & { readonly variant?: string } {
  const code = textOf(values.productId) ?? textOf(values.resourceSpecCode);
  const product = code === undefined ? undefined : parseProductCode(code);
  const mode = (textOf(values.cacheMode) ?? product?.mode) as Mode | undefined;
  const isFixed = mode !== undefined && REPLICAS[mode]?.least === REPLICAS[mode]?.most;
  return {
    mode,
    replicas: isFixed ? REPLICAS[mode].usual : (numberOf(values.replicas) ?? product?.replicas),
    capacity: numberOf(values.capacity),
    ...(product?.shardGb === undefined ? {} : { shardGb: product.shardGb }),
    ...(code === undefined || product?.mode === undefined ? {} : { variant: variantOf(code) }),
  };
}

/** The shape that the state describes; `undefined` if the service does not show it. */
export function shapeOf(state: Readonly<Record<string, unknown>>): Shape | undefined {
  const { mode, replicas, capacity, shardGb } = partsIn(state);
  if (mode === undefined || !(mode in REPLICAS) || capacity === undefined) return undefined;
  return { mode, replicas: replicas ?? REPLICAS[mode].usual, capacity, ...(shardGb === undefined ? {} : { shardGb }) };
}

/**
 * The shape that the declaration asks of an instance of a shape. What is not declared stays. `undefined` if the declaration
 * is not known yet, or asks for a product that differs in more than its shape.
 */
export function wantedShape(
  now: Shape,
  state: Readonly<Record<string, unknown>>,
  declared: Readonly<Record<string, unknown>>,
): Shape | undefined {
  if (["cacheMode", "productId", "replicas", "capacity"].some((name) => isUnknown(declared[name]))) return undefined;
  const wanted = partsIn(declared);
  const mode = wanted.mode ?? now.mode;
  if (!(mode in REPLICAS)) return undefined;
  const before = partsIn(state).variant;
  const isOtherProduct = textOf(declared.productId) !== undefined && before !== undefined && wanted.variant !== before;
  if (isOtherProduct) return undefined;
  const kept = mode === now.mode ? now.replicas : REPLICAS[mode].usual;
  const { shardGb } = now;
  return {
    mode,
    replicas: wanted.replicas ?? kept,
    capacity: wanted.capacity ?? now.capacity,
    ...(shardGb === undefined ? {} : { shardGb }),
  };
}
