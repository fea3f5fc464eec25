import type { Product } from "../api/types";
import { parseProductCode, variantOf } from "../values/product-code";
import { REPLICAS, type Shape } from "../values/size/shape";
import type { InstanceInputs } from "../values/types";

const sizesOf = (size: number | undefined): number[] | undefined => (size === undefined ? undefined : [size]);

const splitList = (text: string | null | undefined): string[] =>
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

const codeOf = ({ spec_code, product_id }: Product): string => spec_code ?? product_id ?? "";

/** Nodes per shard. A mode whose number of nodes is fixed has none in its codes. */
export const replicasOf = (product: Product, mode: string | null | undefined): number | undefined => {
  const usual = REPLICAS[mode as Shape["mode"]];
  const ofCode = parseProductCode(codeOf(product)).replicas;
  if (ofCode !== undefined || (usual && usual.least === usual.most)) return ofCode ?? usual?.usual;
  return Number(product.replica_count) || usual?.usual;
};

// If nothing is declared, `ha` and clusters mean two nodes per shard: `r1` has no standby, and more replicas cost more.
const preference = (product: Product): string =>
  [
    product.product_type == null || product.product_type === "generic" ? 0 : 1,
    product.cpu_type == null || product.cpu_type === "x86_64" ? 0 : 1,
    replicasOf(product, modeOf(product)) === 2 ? 0 : 1,
    codeOf(product),
  ].join(" ");

const best = (offered: readonly Product[]): Product | undefined =>
  [...offered].sort((a, b) => preference(a).localeCompare(preference(b)))[0];

export const hasReplicas = (product: Product, mode: string | undefined, replicas: number): boolean =>
  replicasOf(product, mode) === replicas;

// The catalogue may list read/write splitting as `ha`; its code shows it.
export const modeOf = (product: Product): string | undefined => {
  const ofCode = parseProductCode(codeOf(product)).mode;
  return ofCode === "ha_rw_split" ? ofCode : (product.cache_mode ?? ofCode);
};

export const isOfMode = (product: Product, mode: string): boolean => modeOf(product) === mode;

/** True for another size of the same product. */
export const isSizeOf = (product: Product, other: Product): boolean =>
  modeOf(product) === modeOf(other) &&
  replicasOf(product, modeOf(product)) === replicasOf(other, modeOf(other)) &&
  variantOf(codeOf(product)) === variantOf(codeOf(other));

/** The product for a cache mode. If there is a choice: generic, x86_64, two replicas unless the number is declared. */
export function productFor(
  all: readonly Product[],
  { engineVersion, cacheMode, capacity, replicas }: InstanceInputs,
): Product | undefined {
  return best(
    all
      .filter((product) => modeOf(product) === cacheMode && holds(product, capacity))
      .filter((product) => serves(product, engineVersion))
      .filter((product) => typeof replicas !== "number" || hasReplicas(product, cacheMode, replicas)),
  );
}

/** Nodes per shard of a new instance: what is declared, else what is usual for the mode. More would cost more. */
export const replicasToOrder = ({ cacheMode, replicas }: InstanceInputs): number | undefined =>
  typeof replicas === "number" ? replicas : REPLICAS[cacheMode as Shape["mode"]]?.usual;

/** The product that a new instance is ordered as. */
export const productToOrder = (all: readonly Product[], inputs: InstanceInputs): Product | undefined =>
  productFor(all, { ...inputs, replicas: replicasToOrder(inputs) });

const isOfKind =
  ({ mode, replicas }: Shape, version: string, variant: string) =>
  (product: Product): boolean =>
    modeOf(product) === mode &&
    hasReplicas(product, mode, replicas) &&
    serves(product, version) &&
    variantOf(codeOf(product)) === variant;

/** The product of a shape for a version. `variant`: what no resize changes of the product. */
export const productOfShape = (
  all: readonly Product[],
  shape: Shape,
  version: string,
  variant: string,
): Product | undefined =>
  best(
    all
      .filter(isOfKind(shape, version, variant))
      .filter((product) => (capacitiesOf(product) ?? []).includes(shape.capacity)),
  );

/** The sizes that are offered for the mode and the nodes of a shape, in GB. */
export const sizesOfShape = (all: readonly Product[], shape: Shape, version: string, variant: string): number[] =>
  [...new Set(all.filter(isOfKind(shape, version, variant)).flatMap((product) => capacitiesOf(product) ?? []))].sort(
    (a, b) => a - b,
  );

/** Versions of the engine that a product is for, as the service lists them. */
export const versionsOf = ({ engine_versions }: Pick<Product, "engine_versions">): string[] =>
  splitList(engine_versions);
