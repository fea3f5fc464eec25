import type { RunClient } from "../../process/configuration";
import { likelyText } from "../../resource/check/suggestions";
import type { Failure } from "../../resource/describe/failure";
import type { AvailableZone, Product } from "../api/types";
import { isCreatedByV2 } from "../conversion/create-request-v2";
import { holds, modeNotOffered, productFor, serves, versionsOf } from "../conversion/offers";
import { unknownZoneReason, withResources, type Zones, zonesOf } from "../conversion/region-zones";
import { offersFor } from "../create/resolve";
import { EDITION_3, editionOf } from "../values/editions";
import { PRODUCT_IDS_OF_3 } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { findZone } from "../values/zones";

function zoneFailure(zones: Zones, wanted: string, property: string): Failure | undefined {
  const zone = findZone(zones.all, wanted);
  if (!zone) return { property, reason: unknownZoneReason(zones, wanted) };
  const open = withResources(zones);
  if (open.includes(zone)) return undefined;
  const codes = open.map(({ code }) => code);
  return { property, reason: `zone ${zone.code} has no resources left: use one of ${codes.join(", ")}` };
}

// Only the catalogue shows that an id and a code name the same zone. The schema refuses the same text twice.
function repeatedZones(all: readonly AvailableZone[], zones: ReadonlyArray<{ zone: string; at: number }>): Failure[] {
  return zones.flatMap(({ zone, at }) => {
    const found = findZone(all, zone);
    const first = zones.find((other) => found !== undefined && findZone(all, other.zone) === found);
    if (!found || !first || first.at >= at || first.zone === zone) return [];
    const reason = `${JSON.stringify(zone)} is the zone of entry [${first.at}], ${found.code}: name each once`;
    return [{ property: `availableZones[${at}]`, reason }];
  });
}

/** What is wrong with the zones and the product, by the live catalogue. */
export async function catalogueFailures(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  known: (value: unknown) => boolean,
): Promise<Failure[]> {
  const failures: Array<Failure | undefined> = [];
  // The list as a whole may be unknown, too.
  const wanted = Array.isArray(inputs.availableZones) ? inputs.availableZones : [];
  const zones = wanted.map((zone, at) => ({ zone, at })).filter(({ zone }) => known(zone));
  if (zones.length > 0) {
    const offered = await zonesOf(dcs);
    failures.push(...zones.map(({ zone, at }) => zoneFailure(offered, zone, `availableZones[${at}]`)));
    failures.push(...repeatedZones(offered.all, zones));
  }
  const { productId, cacheMode, capacity, engineVersion } = inputs;
  const judged = [capacity, engineVersion, productId ?? cacheMode].every(
    (value) => value !== undefined && known(value),
  );
  // The three products of 3.0 are known, even if the catalogue does not list them.
  const isOf3 = engineVersion !== undefined && editionOf(engineVersion) === EDITION_3;
  const wellKnown = productId === undefined || PRODUCT_IDS_OF_3.includes(productId);
  if (judged && !(isOf3 && wellKnown)) {
    failures.push(productFailure(await offersFor(dcs, inputs), inputs as InstanceInputs, dcs.region));
  }
  return failures.filter((failure): failure is Failure => failure !== undefined);
}

function productFailure(all: readonly Product[], inputs: InstanceInputs, region: string): Failure | undefined {
  const { productId, capacity, engineVersion } = inputs;
  const byV2 = isCreatedByV2(inputs);
  if (productId === undefined) {
    return productFor(all, inputs) ? undefined : { property: "cacheMode", reason: modeNotOffered(inputs, region) };
  }
  // An edition that lists numbers also accepts the specification as the product.
  const names = (product: Product) => [
    product.product_id,
    `${product.spec_code}-h`,
    byV2 ? product.spec_code : undefined,
  ];
  const product = all.find((each) => names(each).includes(productId));
  if (product) {
    if (!serves(product, engineVersion)) {
      const versions = versionsOf(product).join(", ");
      return { property: "productId", reason: `"${productId}" is for Redis ${versions}, not for ${engineVersion}` };
    }
    return holds(product, capacity)
      ? undefined
      : { property: "capacity", reason: `${capacity} GB is not offered with product "${productId}"` };
  }
  const meant = likelyText(
    productId,
    all.map(({ product_id }) => product_id),
  );
  return {
    property: "productId",
    reason: `"${productId}" is not offered in ${region}: ${meant ? `did you mean "${meant}"?` : "set `cacheMode` instead, which finds the product"}`,
  };
}
