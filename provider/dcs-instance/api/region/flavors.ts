import type { DcsClient } from "../../../client/dcs-client";
import type { Product } from "../types";
import { listOf } from "./region";

/** One flavor of GET flavors. Numbers arrive as texts. */
export interface Flavor {
  spec_code: string;
  cache_mode?: string | null;
  engine?: string | null;
  /** A list in a text, `4.0;5.0`. */
  engine_version?: string | null;
  cpu_type?: string | null;
  product_type?: string | null;
  capacity?: Array<string | number> | null;
  replica_count?: number | string | null;
  tenant_ip_count?: number | string | null;
  attrs?: Array<{ capacity?: string | number; name: string; value: string | number }> | null;
  /** The zones that have a capacity in stock. */
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
export const listFlavors = (dcs: DcsClient): Promise<Flavor[]> =>
  listOf(dcs, { path: "/v2/{project_id}/flavors", purpose: "list the flavors" }, ({ flavors }) => flavors);

/** What of a flavor is about one of its sizes. An entry without a size is about all. */
export const ofSize = <T extends { capacity?: string | number }>(
  all: readonly T[] | null | undefined,
  size: string | number,
): T[] => (all ?? []).filter((each) => Number(each.capacity ?? size) === Number(size));

/** A flavor in the form of version 1.0, so that both catalogues are searched in the same way. */
export const asProduct = (flavor: Flavor): Product => {
  const { engine_version, capacity, flavors_available_zones, ...same } = flavor;
  const stockOf = (size: string | number) => {
    const listed = ofSize(flavors_available_zones, size);
    const zones = (name: "available_zones" | "az_codes") =>
      listed.some((each) => each[name]) ? listed.flatMap((each) => each[name] ?? []) : undefined;
    return { available_zones: zones("available_zones"), az_codes: zones("az_codes") };
  };
  return {
    ...same,
    product_id: `${flavor.spec_code}-h`,
    engine_versions: engine_version,
    flavors: capacity?.map((size) => ({ capacity: String(size), ...stockOf(size) })),
  };
};
