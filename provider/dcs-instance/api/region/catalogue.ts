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

/** For a preview, which asks once in a run, whatever the answer. */
export const FOR_THE_RUN = Number.POSITIVE_INFINITY;

// If the gateway is down, one call takes minutes of retries, so it is not repeated at every read.
const FAILURE_KEPT = 60_000;

const catalogueOf = (dcs: RunClient): Catalogue => dcs.run.shared(dcs, Catalogue, () => new Catalogue(dcs));

/**
 * The region's available zones: ids, codes, and whether they have resources.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_az_information.html
 */
export const availableZones = (dcs: RunClient, failureFor?: number): Promise<AvailableZone[]> =>
  catalogueOf(dcs).zones.get(failureFor);

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
export const products = (dcs: RunClient, failureFor?: number): Promise<Product[]> =>
  catalogueOf(dcs).products.get(failureFor);

/** What version 2 of the API lists, as products. */
export const flavors = (dcs: RunClient, failureFor?: number): Promise<Product[]> =>
  catalogueOf(dcs).flavors.get(failureFor);

/** How many instances and how much memory the project may hold, and how much of it was used when the run first asked. */
export const quota = (dcs: RunClient, failureFor?: number): Promise<QuotaResource[]> =>
  catalogueOf(dcs).quota.get(failureFor);

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
