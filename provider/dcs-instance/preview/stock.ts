import type { Failure } from "../../resource/describe/failure";
import type { AvailableZone, Product } from "../api/types";
import { findZone } from "../values/zones";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

const zonesIn = (product: Product, capacity: number): string[] | undefined => {
  const size = product.flavors?.find((each) => Number(each.capacity) === capacity);
  return size && [...(size.az_codes ?? []), ...(size.available_zones ?? [])];
};

/** Some services list no zones with their products. Then an empty list means nothing. */
const tellsStock = (all: readonly Product[]): boolean =>
  all.some(({ flavors }) =>
    flavors?.some(({ az_codes, available_zones }) => az_codes?.length || available_zones?.length),
  );

export interface WantedZone {
  readonly zone: string;
  /** Its place in `availableZones`. */
  readonly at: number;
}

/** Which of the wanted zones have no more caches of a product and size. */
export function stockFailures(
  all: readonly Product[],
  product: Product,
  capacity: number,
  wanted: readonly WantedZone[],
  zones: readonly AvailableZone[],
): Failure[] {
  const stock = zonesIn(product, capacity);
  if (stock === undefined || !tellsStock(all)) return [];
  const what = `${product.spec_code ?? product.product_id} with ${capacity} GB`;
  const withStock = zones.filter(({ id, code }) => stock.includes(id) || stock.includes(code)).map(({ code }) => code);
  const remedy =
    withStock.length === 0
      ? "no zone has: declare another capacity or cacheMode"
      : `${LIST.format(withStock)} ${withStock.length === 1 ? "has" : "have"}`;
  return wanted
    .filter(({ zone }) => {
      const found = findZone(zones, zone);
      return found !== undefined && !stock.includes(found.id) && !stock.includes(found.code);
    })
    .map(({ zone, at }) => ({
      property: `availableZones[${at}]`,
      reason: `${findZone(zones, zone)?.code} has no ${what} left; ${remedy}`,
    }));
}
