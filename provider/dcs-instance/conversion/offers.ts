import type { Product } from "../api/types";
import { parseProductCode } from "../values/product-code";
import type { InstanceInputs } from "../values/types";

const sizesOf = (size: number | undefined): number[] | undefined => (size === undefined ? undefined : [size]);

const splitList = (text: string | undefined): string[] =>
  String(text ?? "")
    .split(/[;,\s]+/)
    .filter(Boolean);

/** Sizes of a product in GB; `undefined` if the service does not list them. */
export function capacitiesOf({ flavors, spec_details, spec_code, product_id }: Product): number[] | undefined {
  if (flavors?.length) return flavors.map(({ capacity }) => Number(capacity));
  const mem = typeof spec_details === "string" ? /"mem":\s*"?([\d.,;\s]+)/.exec(spec_details)?.[1] : undefined;
  return mem === undefined
    ? sizesOf(parseProductCode(spec_code ?? product_id ?? "").sizeGb)
    : splitList(mem).map(Number);
}

export const holds = (product: Product, capacity: number): boolean => capacitiesOf(product)?.includes(capacity) ?? true;

export const serves = ({ engine_versions }: Product, version: string): boolean =>
  engine_versions == null || splitList(engine_versions).includes(version);

// `ha` and clusters mean two nodes per shard: `r1` has no standby, and more replicas cost more.
const preference = ({ spec_code = "", cpu_type, product_type }: Product): string =>
  [
    product_type === undefined || product_type === "generic" ? 0 : 1,
    cpu_type === undefined || cpu_type === "x86_64" ? 0 : 1,
    parseProductCode(spec_code).replicas === 2 ? 0 : 1,
    spec_code,
  ].join(" ");

const modeOfProduct = ({ cache_mode, spec_code = "" }: Product): string | undefined => {
  const ofCode = parseProductCode(spec_code).mode;
  return ofCode === "ha_rw_split" ? ofCode : cache_mode;
};

/** The product for a cache mode. If there is a choice: generic, x86_64, two replicas. */
export function productFor(
  all: readonly Product[],
  { engineVersion, cacheMode, capacity }: InstanceInputs,
): Product | undefined {
  return all
    .filter((product) => modeOfProduct(product) === cacheMode && holds(product, capacity))
    .filter((product) => serves(product, engineVersion))
    .sort((a, b) => preference(a).localeCompare(preference(b)))[0];
}

/** Versions of the engine that a product is for, as the service lists them. */
export const versionsOf = ({ engine_versions }: Product): string[] => splitList(engine_versions);

export const modeNotOffered = ({ cacheMode, capacity, engineVersion }: InstanceInputs, region: string): string =>
  `mode "${cacheMode}" with ${capacity} GB is not offered for Redis ${engineVersion} in ${region}: choose another capacity, or name a productId`;
