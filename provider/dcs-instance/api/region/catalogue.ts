import { isObject } from "../../../http/exchange/json";
import type { RunClient } from "../../../process/configuration";
import { Kept } from "../../../process/kept";
import type { AvailableZone, Product } from "../types";
import { asProduct, listFlavors } from "./flavors";
import { type QuotaResource, readQuota } from "./region";

/** The catalogue of a region. It is the same for all instances of a run, and slow, so the run asks for it once. */
class Catalogue {
  readonly zones: Kept<AvailableZone[]>;
  readonly products: Kept<Product[]>;
  readonly flavors: Kept<Product[]>;
  readonly quota: Kept<QuotaResource[]>;

  constructor(dcs: RunClient) {
    this.zones = new Kept(() => listZones(dcs));
    this.products = new Kept(() => listProducts(dcs));
    this.flavors = new Kept(async () => (await listFlavors(dcs)).map(asProduct));
    this.quota = new Kept(() => readQuota(dcs));
  }
}

// If the gateway is down, one call takes minutes of retries, so it is not repeated at every read.
const FAILURE_KEPT = 60_000;

const catalogueOf = (dcs: RunClient): Catalogue => dcs.run.shared(dcs, Catalogue, () => new Catalogue(dcs));

/**
 * The region's available zones: ids, codes, and whether they have resources.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_az_information.html
 */
export const availableZones = (dcs: RunClient): Promise<AvailableZone[]> => catalogueOf(dcs).zones.get();

/** The same, or an empty list. Zones are then compared as they are written, which is enough for most answers. */
export const zonesIfAnswered = (dcs: RunClient): Promise<readonly AvailableZone[]> =>
  catalogueOf(dcs)
    .zones.get(FAILURE_KEPT)
    .catch(() => []);

/**
 * The products that can be ordered.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_service_specifications.html
 */
export const products = (dcs: RunClient): Promise<Product[]> => catalogueOf(dcs).products.get();

/** What version 2 of the API lists, as products. */
export const flavors = (dcs: RunClient): Promise<Product[]> => catalogueOf(dcs).flavors.get();

async function listZones(dcs: RunClient): Promise<AvailableZone[]> {
  const answer = await dcs.request<{ available_zones: AvailableZone[] }>({
    method: "GET",
    path: "/v1.0/availableZones",
    purpose: "list the available zones",
    expects: {
      holds: (body) => isObject(body) && Array.isArray(body.available_zones),
      otherwise: "the answer is no list of zones",
    },
  });
  return answer.available_zones;
}

// The example in the reference has no wrapper.
function listedIn(body: unknown): Product[] {
  const list = isObject(body) && "products" in body ? body.products : body;
  return Array.isArray(list) ? list : [];
}

async function listProducts(dcs: RunClient): Promise<Product[]> {
  const answer = await dcs.request<unknown>({
    method: "GET",
    path: "/v1.0/products",
    purpose: "list the products",
    expects: { holds: (body) => listedIn(body).length > 0, otherwise: "the answer lists no product" },
  });
  return listedIn(answer);
}
