import { likelyText } from "../../../resource/check/suggestions";
import type { Failure } from "../../../resource/describe/failure";
import type { Product } from "../../api/types";
import { type CanBeHad, joined, nearestSizes, notOffered } from "../../conversion/alternatives";
import { isCreatedByV2 } from "../../conversion/create-request-v2";
import { holds, productFor, serves, versionsOf } from "../../conversion/offers";
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

// A product that got another code is found by what the old code says.
function instead(all: readonly Product[], productId: string, inputs: InstanceInputs): string | undefined {
  const { mode, replicas } = parseProductCode(productId);
  const alike = productFor(all, { ...inputs, cacheMode: mode, replicas } as InstanceInputs);
  const ids = all.map(({ product_id }) => product_id);
  return alike?.product_id ?? likelyText(productId, ids);
}

/** Judges the product of a declaration by what is offered. */
export function choose(all: readonly Product[], inputs: InstanceInputs, region: string, canBeHad: CanBeHad): Choice {
  const { productId, capacity, engineVersion } = inputs;
  if (productId === undefined) {
    const product = productFor(all, inputs);
    return product ? { product } : { failure: notOffered(all, inputs, region, canBeHad) };
  }
  const product = named(all, inputs);
  if (!product) {
    const other = instead(all, productId, inputs);
    const remedy = other ? `did you mean "${other}"?` : "set `cacheMode` instead, which finds the product";
    return { failure: { property: "productId", reason: `"${productId}" is not offered in ${region}: ${remedy}` } };
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
