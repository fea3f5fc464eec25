import type { DcsClient } from "../../client/dcs-client";
import { isObject } from "../../http/exchange/json";
import type { AvailableZone, Product } from "./types";

type Fetched = { zones?: Promise<AvailableZone[]>; products?: Promise<Product[]> };
const fetched = new WeakMap<DcsClient, Fetched>();

// The catalogue is the same for every instance of a run and slow at the gateway; a failed look-up is not kept.
function once<K extends keyof Fetched>(
  dcs: DcsClient,
  key: K,
  fetch: () => NonNullable<Fetched[K]>,
): NonNullable<Fetched[K]> {
  const kept = fetched.get(dcs) ?? {};
  fetched.set(dcs, kept);
  const known = kept[key];
  if (known) return known;
  const fresh = fetch();
  kept[key] = fresh;
  fresh.catch(() => delete kept[key]);
  return fresh;
}

/** The region's available zones with ids, codes and whether they have resources. Reference: Querying AZ Information. */
export function availableZones(dcs: DcsClient): Promise<AvailableZone[]> {
  return once(dcs, "zones", () =>
    dcs
      .request<{ available_zones: AvailableZone[] }>({
        method: "GET",
        path: "/v1.0/availableZones",
        purpose: "list the available zones",
        expects: {
          holds: (body) => isObject(body) && Array.isArray(body.available_zones),
          otherwise: "the answer is no list of zones",
        },
      })
      .then((answer) => answer.available_zones),
  );
}

// The reference's own example leaves the wrapper out.
function listedIn(body: unknown): Product[] {
  const list = isObject(body) && "products" in body ? body.products : body;
  return Array.isArray(list) ? list : [];
}

/** The products that can be ordered. Reference: Querying Service Specifications. */
export function products(dcs: DcsClient): Promise<Product[]> {
  return once(dcs, "products", () =>
    dcs
      .request<Product[] | { products: Product[] }>({
        method: "GET",
        path: "/v1.0/products",
        purpose: "list the products",
        expects: {
          holds: (body) => listedIn(body).length > 0,
          otherwise: "the answer lists no product",
        },
      })
      .then(listedIn),
  );
}
