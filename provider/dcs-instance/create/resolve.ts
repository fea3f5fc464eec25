import type { RunClient } from "../../process/configuration";
import { products } from "../api/catalogue";
import type { Resolved } from "../conversion/create-request";
import { modeNotOffered, productFor } from "../conversion/offers";
import { unknownZoneReason, zonesOf } from "../conversion/region-zones";
import { EDITION_3, editionOf } from "../values/editions";
import { productIdOf3 } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { findZone, isZoneId } from "../values/zones";

/** Looks up the ids of zones and the product of the cache mode, as the create request needs them. */
export async function resolve(dcs: RunClient, inputs: InstanceInputs): Promise<Resolved> {
  const wanted = inputs.availableZones;
  const zones = wanted.every(isZoneId) ? { region: dcs.region, all: [] } : await zonesOf(dcs);
  const zoneIds = wanted.map((zone) => findZone(zones.all, zone)?.id ?? zone);
  const unknown = wanted.find((zone) => !isZoneId(zone) && !findZone(zones.all, zone));
  if (unknown) throw new Error(`availableZones: ${unknownZoneReason(zones, unknown)}`);
  return { zoneIds, productId: inputs.productId ?? (await productOfMode(dcs, inputs)) };
}

async function productOfMode(dcs: RunClient, inputs: InstanceInputs): Promise<string> {
  if (editionOf(inputs.engineVersion) === EDITION_3) return productIdOf3(inputs.cacheMode ?? "") as string;
  const product = productFor(await products(dcs), inputs);
  if (product) return product.product_id;
  throw new Error(modeNotOffered(inputs, dcs.region));
}
