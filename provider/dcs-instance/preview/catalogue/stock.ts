import { joined } from "../../../resource/check/suggestions";
import type { Failure } from "../../../resource/describe/failure";
import type { Product } from "../../api/types";
import { nearestSizes } from "../../conversion/alternatives";
import { isSizeOf, modeOf, serves } from "../../conversion/offers";
import type { Zones } from "../../conversion/region-zones";
import { zonesInStock } from "../../conversion/stock";
import type { InstanceInputs } from "../../values/types";
import { findZone, hasResources } from "../../values/zones";
import { entry, type Wanted } from "./zones";

const has = (codes: readonly string[]): string => `${joined(codes)} ${codes.length === 1 ? "has" : "have"}`;

/** True unless the catalogue says that one of the zones has no more of a product in a size. */
export const isInStock = (product: Product, capacity: number, zones: Zones, wanted: readonly Wanted[]): boolean => {
  const stocked = zonesInStock(product, capacity, zones.all);
  const found = wanted.map(({ zone }) => findZone(zones.all, zone));
  return stocked === undefined || found.every((zone) => zone === undefined || stocked.includes(zone));
};

/** The declared zones that have no more of the chosen product. A zone without any resources is refused before. */
export function stockFailures(
  all: readonly Product[],
  product: Product,
  { capacity, replicas, engineVersion }: InstanceInputs,
  zones: Zones,
  wanted: readonly Wanted[],
): Failure[] {
  const stocked = zonesInStock(product, capacity, zones.all);
  if (stocked === undefined) return [];
  const mode = modeOf(product) ?? product.product_id;
  const nodes = typeof replicas === "number" ? ` with ${replicas} nodes per shard` : "";
  const open = stocked.filter(hasResources).map(({ code }) => code);
  return wanted.flatMap(({ zone: named, at }) => {
    const zone = findZone(zones.all, named);
    if (zone === undefined || !hasResources(zone) || stocked.includes(zone)) return [];
    const alike = all.filter((other) => isSizeOf(other, product) && serves(other, engineVersion));
    const sizes = nearestSizes(alike, capacity, (other, size) => isInStock(other, size, zones, wanted));
    const there = sizes.length > 0 ? `: choose ${sizes.join(" or ")} GB, which is there` : ": choose another product";
    const remedy = open.length > 0 ? `; ${has(open)}` : `, and no other zone of ${zones.region} has${there}`;
    return [{ property: entry(at), reason: `${zone.code} has no ${mode} ${capacity} GB${nodes} left${remedy}` }];
  });
}
