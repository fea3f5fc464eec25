import { joined, likelyText } from "../../../resource/check/suggestions";
import type { Failure } from "../../../resource/describe/failure";
import { hasUnknown } from "../../../resource/describe/unknown";
import type { Product } from "../../api/types";
import { type CanBeHad, nearestSizes, notOffered } from "../../conversion/alternatives";
import { isCreatedByV2 } from "../../conversion/create-request-v2";
import { hasReplicas, holds, isOfMode, productFor, productToOrder, serves, versionsOf } from "../../conversion/offers";
import { parseProductCode } from "../../values/product-code";
import type { InstanceInputs } from "../../values/types";

/** The product that an order would name, or why there is none. */
export type Choice = { readonly product: Product } | { readonly failure: Failure };

// An edition that lists numbers also accepts the specification as the product.
function named(all: readonly Product[], { productId, ...inputs }: InstanceInputs): Product | undefined {
  const byV2 = isCreatedByV2(inputs);
  return all.find(
    ({ product_id, spec_code }) =>
      product_id === productId || `${spec_code}-h` === productId || (byV2 && spec_code === productId),
  );
}

// What a code says finds the same product under another code, and else the nearest sizes.
function instead(all: readonly Product[], productId: string, inputs: InstanceInputs, canBeHad: CanBeHad): string {
  const { mode, replicas } = parseProductCode(productId);
  const ofSize = (capacity: number) =>
    productFor(all, { ...inputs, capacity, cacheMode: mode, replicas } as InstanceInputs)?.product_id;
  const alike = all.filter(
    (product) =>
      isOfMode(product, mode ?? "") &&
      serves(product, inputs.engineVersion) &&
      (replicas === undefined || hasReplicas(product, mode, replicas)),
  );
  const same = ofSize(inputs.capacity);
  const near = same ? [same] : nearestSizes(alike, inputs.capacity, canBeHad).map(ofSize);
  const ids = near.filter((id) => id !== undefined).map((id) => JSON.stringify(id));
  if (ids.length > 0) return `; ${joined(ids)} ${ids.length === 1 ? "is" : "are"}`;
  const meant = likelyText(
    productId,
    all.map(({ product_id }) => product_id),
  );
  return meant ? `: did you mean "${meant}"?` : ": set `cacheMode` instead, which finds the product";
}

/** Judges the product of a declaration by what is offered. */
export function choose(
  all: readonly Product[],
  inputs: InstanceInputs,
  region: string,
  isOrdered: boolean,
  canBeHad: CanBeHad,
): Choice {
  const { productId, capacity, engineVersion } = inputs;
  if (productId === undefined) {
    // An instance that exists keeps the number of nodes that it has.
    const product = isOrdered && !hasUnknown(inputs.replicas) ? productToOrder(all, inputs) : productFor(all, inputs);
    return product ? { product } : { failure: notOffered(all, inputs, region, canBeHad) };
  }
  const product = named(all, inputs);
  if (!product) {
    const reason = `"${productId}" is not offered in ${region}${instead(all, productId, inputs, canBeHad)}`;
    return { failure: { property: "productId", reason } };
  }
  if (!serves(product, engineVersion)) {
    const versions = versionsOf(product).join(", ");
    const reason = `"${productId}" is for Redis ${versions}, not for ${engineVersion}`;
    return { failure: { property: "productId", reason } };
  }
  if (holds(product, capacity)) return { product };
  const sizes = joined(nearestSizes([product], capacity, canBeHad));
  const reason = `${capacity} GB is not offered with product "${productId}"${sizes && `; ${sizes} GB is`}`;
  return { failure: { property: "capacity", reason } };
}
