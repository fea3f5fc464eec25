import type { Version } from "../../../catalogue/edition";
import type { Product } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject } from "../../../service/values";

/**
 * The product a request names, by `product_id`, by `spec_code`, or by both when they agree;
 * `undefined` when it names none that exists, which {@link checkProduct} then refuses in its turn.
 */
export function findProduct(body: JsonObject, products: readonly Product[]): Product | undefined {
  const { product_id: id, spec_code: spec } = body;
  const byId = typeof id === "string" ? products.find(({ productId }) => productId === id) : undefined;
  const bySpec = typeof spec === "string" ? products.find(({ specCode }) => specCode === spec) : undefined;
  if (isUnset(id)) return bySpec;
  if (isUnset(spec)) return byId;
  return byId === bySpec ? byId : undefined;
}

export function checkProduct(body: JsonObject, product: Product | undefined, version: Version): Product {
  if (product === undefined) throw new ServiceError(isUnset(body.product_id) && !isUnset(body.spec_code) ? 4927 : 4009);
  if (!product.engineVersions.includes(version.engineVersion)) throw new ServiceError(4022);
  return product;
}
