import type { RunClient } from "../../process/configuration";
import { products } from "../api/region/catalogue";
import type { Product } from "../api/types";
import { notOffered } from "../conversion/alternatives";
import type { Resolved } from "../conversion/create-request";
import { isCreatedByV2 } from "../conversion/create-request-v2";
import { productToOrder } from "../conversion/offers";
import { offersOf } from "../conversion/region-offers";
import { unknownZoneReason, zonesOf } from "../conversion/region-zones";
import { EDITION_3, editionOf } from "../values/editions";
import { productIdOf3 } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { findZone, isZoneId } from "../values/zones";

/** Looks up the ids of zones and the product of the cache mode, as the create request needs them. */
export async function resolve(dcs: RunClient, inputs: InstanceInputs): Promise<Resolved> {
  const wanted = inputs.availableZones;
  // Ids are sent as they are, unless version 2 of the API needs the codes.
  const zones = wanted.every(isZoneId) && !isCreatedByV2(inputs) ? { region: dcs.region, all: [] } : await zonesOf(dcs);
  const zoneIds = wanted.map((zone) => findZone(zones.all, zone)?.id ?? zone);
  const zoneCodes = wanted.map((zone) => findZone(zones.all, zone)?.code ?? zone);
  const unknown = wanted.find((zone) => !isZoneId(zone) && !findZone(zones.all, zone));
  if (unknown) throw new Error(`availableZones: ${unknownZoneReason(zones, unknown)}`);
  return { zoneIds, zoneCodes, productId: inputs.productId ?? (await productOfMode(dcs, inputs)) };
}

async function productOfMode(dcs: RunClient, inputs: InstanceInputs): Promise<string> {
  if (editionOf(inputs.engineVersion) === EDITION_3) return productIdOf3(inputs.cacheMode ?? "") as string;
  const offers = await offersOf(dcs, inputs);
  const product = productToOrder(offers.products, inputs);
  if (product) return isCreatedByV2(inputs) ? product.product_id : idInVersion1(dcs, product);
  const { property, reason } = notOffered(offers.products, inputs, dcs.region);
  throw new Error(`${property}: ${reason}`);
}

// Version 1.0 orders by ids of its own, which usually are the specification with "-h".
async function idInVersion1(dcs: RunClient, { product_id, spec_code }: Product): Promise<string> {
  const listed = await products(dcs).catch(() => []);
  return listed.find((each) => each.spec_code !== undefined && each.spec_code === spec_code)?.product_id ?? product_id;
}
