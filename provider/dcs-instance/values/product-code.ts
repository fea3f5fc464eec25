import type { Mode } from "./editions";

/** What the code of a product contains. */
export interface ProductCode {
  readonly mode?: string;
  /** The part without the size: `redis.ha.xu1.r2` for `redis.ha.xu1.large.r2.4-h`. On 3.0: the product id. */
  readonly family: string;
  /** Nodes per shard, the master included. */
  readonly replicas?: number;
  /** Size in GB, if the code contains it. Codes give `tiny` sizes in MB and `large` ones in GB. */
  readonly sizeGb?: number;
  /** Size of a shard in GB, if the code contains it. */
  readonly shardGb?: number;
}

/** The three products of Redis 3.0: mode, id in requests, and specification. */
const PRODUCTS_OF_3: ReadonlyArray<{ readonly mode: Mode; readonly id: string; readonly specCode: string }> = [
  { mode: "single", id: "OTC_DCS_SINGLE", specCode: "dcs.single_node" },
  { mode: "ha", id: "OTC_DCS_MS", specCode: "dcs.master_standby" },
  { mode: "cluster", id: "OTC_DCS_CL", specCode: "dcs.cluster" },
];

export const PRODUCT_IDS_OF_3: readonly string[] = PRODUCTS_OF_3.map(({ id }) => id);

/** The product id of a mode on 3.0. */
export const productIdOf3 = (mode: string): string | undefined => PRODUCTS_OF_3.find((each) => each.mode === mode)?.id;

/** The specification in a product id. */
export const specCodeOf = (product: string): string => product.replace(/-h$/, "");

/** Reads a product id or a specification, with or without `-h`. */
export function parseProductCode(product: string): ProductCode {
  const code = specCodeOf(product);
  const of3 = PRODUCTS_OF_3.find(({ id, specCode }) => code === id || code === specCode);
  if (of3) return { mode: of3.mode, family: of3.id };
  const [, unit, size] = /\.(tiny|large)\.(?:[a-z]\d+\.)*(\d+)$/.exec(code) ?? [];
  const [, part, replicas] = /\.([rp])(\d+)\./.exec(`${code}.`) ?? [];
  const shard = /\.s(\d+)\./.exec(`${code}.`)?.[1];
  return {
    mode: part === "p" ? "ha_rw_split" : /^redis\.([a-z_]+)\./.exec(code)?.[1],
    family: code.replace(/^(redis\..*)\.\d+$/, "$1").replace(/\.(tiny|large)(?=\.|$)/, ""),
    ...(replicas === undefined ? {} : { replicas: Number(replicas) }),
    ...(size === undefined ? {} : { sizeGb: unit === "tiny" ? Number(size) / 1024 : Number(size) }),
    ...(shard === undefined ? {} : { shardGb: Number(shard) }),
  };
}

/** What no resize changes of a product: processor and size of a shard. */
export const variantOf = (product: string): string =>
  parseProductCode(product)
    .family.replace(/^redis\.[a-z_]+\./, "")
    .replace(/\.[rp]\d+(?=\.|$)/, "");

/** True for a product named in words. The edition of 2020 returns numbers, which cannot be compared. */
export const isProductCode = (text: string): boolean => /^(OTC_DCS_|redis\.|dcs\.)/.test(text);

/** Patterns of the product ids of each mode. */
export const PRODUCT_PATTERNS: Readonly<Record<Mode, string>> = {
  single: "^OTC_DCS_SINGLE$|^dcs\\.single_node|^redis\\.single\\.",
  ha: "^OTC_DCS_MS$|^dcs\\.master_standby|^redis\\.ha\\.(?!.*\\.p\\d)",
  ha_rw_split: "^redis\\.ha\\..*\\.p\\d",
  cluster: "^OTC_DCS_CL$|^dcs\\.cluster|^redis\\.cluster\\.",
  proxy: "^redis\\.proxy\\.",
};
