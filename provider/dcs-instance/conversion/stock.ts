import type { AvailableZone, Product } from "../api/types";

/**
 * The zones that have a product in stock in a size. `undefined` if the catalogue does not say: it names no zones for the
 * size, or only such as the region does not have.
 */
export function zonesInStock(
  { flavors = [] }: Product,
  capacity: number,
  zones: readonly AvailableZone[],
): AvailableZone[] | undefined {
  const ofSize = flavors.filter((each) => Number(each.capacity) === capacity);
  if (!ofSize.some(({ available_zones, az_codes }) => available_zones ?? az_codes)) return undefined;
  // Some catalogues name zones by code where others have ids.
  const named = ofSize.flatMap(({ available_zones, az_codes }) => [...(available_zones ?? []), ...(az_codes ?? [])]);
  const found = zones.filter(({ id, code }) => named.includes(id) || named.includes(code));
  return found.length === 0 && named.length > 0 ? undefined : found;
}
