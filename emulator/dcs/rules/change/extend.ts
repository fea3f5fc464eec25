import { type Product, productBySpec, products } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject } from "../../../service/values";
import type { InstanceRecord } from "../../../world/records/instance-record";

/** Checks a scale-up: strictly larger, a size of the instance's line, and from 4.0 with the spec code of that size. */
export function checkExtend(body: JsonObject, instance: InstanceRecord): { capacity: number; product: Product } {
  const { new_capacity: capacity, spec_code: spec } = body;
  if (!Number.isInteger(capacity)) throw new ServiceError(4012);
  const size = capacity as number;
  if (size <= instance.capacity) throw new ServiceError(4103);
  const { line } = instance.product;
  const target = products.find(
    ({ line: other, capacities, engineVersions }) =>
      other === line && capacities.includes(size) && engineVersions.includes(instance.engineVersion),
  );
  if (target === undefined) throw new ServiceError(4012);
  const specGiven = !isUnset(spec);
  if (!specGiven && instance.engineVersion !== "3.0") throw new ServiceError(4927);
  if (specGiven && (typeof spec !== "string" || productBySpec.get(spec) !== target)) throw new ServiceError(4927);
  return { capacity: size, product: target };
}
