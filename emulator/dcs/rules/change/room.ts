import { usableMemory } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import type { InstanceRecord } from "../../../world/records/instance-record";
import type { World } from "../../../world/world";
import type { Resize } from "./resize";

const MB = 1024 * 1024;
const MOST = 0.7;

/** Refuses less memory, or another type, for data that fill more than 70 % of what there would be. */
export async function requireRoom({ redis }: World, instance: InstanceRecord, target: Resize): Promise<void> {
  const { product, capacity } = target;
  if (capacity >= instance.capacity && product.cacheMode === instance.product.cacheMode) return;
  const used = await redis.usedMemory(instance);
  if (used > MOST * usableMemory(product, capacity) * MB) {
    throw new ServiceError(4102, "", "The used memory exceeds 70% of the new memory.");
  }
}
