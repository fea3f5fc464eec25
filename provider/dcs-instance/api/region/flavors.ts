import type { DcsClient } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import type { Product } from "../types";

/** An entry of version 2's catalogue: the documented fields this provider reads. */
interface Flavor {
  spec_code: string;
  cache_mode?: string;
  engine?: string;
  /** A list in a text, `4.0;5.0`. */
  engine_version?: string;
  product_type?: string;
  cpu_type?: string;
  capacity?: string[];
}

// Both catalogues are searched in the same way.
const asProduct = ({ spec_code, engine_version, capacity, ...same }: Flavor): Product => ({
  ...same,
  product_id: spec_code,
  spec_code,
  engine_versions: engine_version,
  flavors: capacity?.map((each) => ({ capacity: String(each) })),
});

/**
 * Lists what version 2 of the API can create.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/specification_management/querying_specifications.html
 */
export async function listFlavors(dcs: DcsClient): Promise<Product[]> {
  const { flavors } = await dcs.request<{ flavors: Flavor[] }>({
    method: "GET",
    path: "/v2/{project_id}/flavors",
    purpose: "list the flavors",
    expects: {
      holds: (body) => isObject(body) && Array.isArray(body.flavors) && body.flavors.length > 0,
      otherwise: "the answer lists no flavor",
    },
  });
  return flavors.map(asProduct);
}
