import type { LiveCatalogue } from "../../../catalogue/live";
import type { CacheMode, Product } from "../../../catalogue/products";
import { zoneById } from "../../../catalogue/zones";
import { ServiceError } from "../../../service/errors";

/** How many zones an instance may lie in. */
const most: Readonly<Record<CacheMode, number>> = {
  single: 1,
  ha: 2,
  ha_rw_split: 2,
  proxy: Number.POSITIVE_INFINITY,
  cluster: Number.POSITIVE_INFINITY,
};

/** Checks zone ids: of the region, not sold out, each once, and as many as the mode allows. */
export function checkZones(
  value: unknown,
  product: Product | undefined,
  { catalogue, region }: { readonly catalogue: LiveCatalogue; readonly region: string },
): readonly string[] {
  const mode = product?.cacheMode;
  if (!Array.isArray(value) || value.length === 0 || !value.every((zone) => typeof zone === "string")) {
    throw new ServiceError(4933);
  }
  const known = value.map((id) => {
    const zone = zoneById.get(id);
    if (zone?.region !== region) throw new ServiceError(4042);
    return zone;
  });
  const open = product && catalogue.zonesWith(product, region);
  if (!known.every((zone) => open?.includes(zone) ?? zone.available)) throw new ServiceError(4054);
  if (new Set(value).size !== value.length) throw new ServiceError(4933);
  if (mode !== undefined && value.length > most[mode]) throw new ServiceError(mode === "single" ? 4067 : 4933);
  return value;
}
