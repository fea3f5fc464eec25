import type { DcsClient } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import type { Product } from "../types";

/** One flavor of version 2's catalogue: the documented fields this provider reads. Numbers may arrive as texts. */
export interface Flavor {
  spec_code: string;
  cache_mode?: string | null;
  engine?: string;
  /** A list in a text, `4.0;5.0`. */
  engine_version?: string | null;
  cpu_type?: string | null;
  product_type?: string | null;
  capacity?: Array<string | number> | null;
  replica_count?: number | string | null;
  tenant_ip_count?: number | string | null;
  attrs?: Array<{ capacity?: string | number; name: string; value: string | number }> | null;
  /** The zones that have it in stock. */
  flavors_available_zones?: Array<{
    capacity?: string | number;
    available_zones?: string[] | null;
    az_codes?: string[] | null;
  }> | null;
}

/**
 * Lists the flavors of the region from Redis 4.0 on, with the zones that have them in stock.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_product_flavors.html
 */
export async function listFlavors(dcs: DcsClient): Promise<Flavor[]> {
  const { flavors } = await dcs.request<{ flavors: Flavor[] }>({
    method: "GET",
    path: "/v2/{project_id}/flavors",
    purpose: "list the flavors",
    expects: {
      holds: (body) => isObject(body) && Array.isArray(body.flavors),
      otherwise: "the answer is no list of flavors",
    },
  });
  return flavors;
}

/** What of a flavor is about one of its sizes. An entry without a size is about all. */
export const ofSize = <T extends { capacity?: string | number }>(all: readonly T[] | null | undefined, size: unknown) =>
  (all ?? []).filter(({ capacity }) => capacity === undefined || Number(capacity) === Number(size));

/** A flavor as a product, so that both catalogues are searched in the same way. */
export const asProduct = (flavor: Flavor): Product => ({
  product_id: flavor.spec_code,
  spec_code: flavor.spec_code,
  cache_mode: flavor.cache_mode ?? undefined,
  product_type: flavor.product_type ?? undefined,
  cpu_type: flavor.cpu_type ?? undefined,
  engine_versions: flavor.engine_version ?? undefined,
  flavors: flavor.capacity?.map((size) => {
    const stock = ofSize(flavor.flavors_available_zones, size);
    return {
      capacity: String(size),
      available_zones: stock.flatMap(({ available_zones }) => available_zones ?? []),
      az_codes: stock.flatMap(({ az_codes }) => az_codes ?? []),
      limits: Object.fromEntries(ofSize(flavor.attrs, size).map(({ name, value }) => [name, Number(value)])),
    };
  }),
});
