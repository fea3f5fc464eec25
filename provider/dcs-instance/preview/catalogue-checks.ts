import type { RunClient } from "../../process/configuration";
import { likelyText } from "../../resource/check/suggestions";
import type { Failure } from "../../resource/describe/failure";
import { hasUnknown } from "../../resource/describe/unknown";
import type { AvailableZone, Product } from "../api/types";
import { capacitiesOf, holds, productFor, serves, versionsOf } from "../conversion/offers";
import { unknownZoneReason, withResources, type Zones } from "../conversion/region-zones";
import { EDITION_3, editionOf } from "../values/editions";
import { PRODUCT_IDS_OF_3 } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { findZone } from "../values/zones";
import { choiceFailure } from "./choices";
import { chosenLine } from "./chosen-line";
import { offered, secondOpinion, seenOf } from "./offered";
import { stockFailures, type WantedZone } from "./stock";

function zoneFailure(zones: Zones, { zone: wanted, at }: WantedZone): Failure | undefined {
  const property = `availableZones[${at}]`;
  const zone = findZone(zones.all, wanted);
  if (!zone) return { property, reason: unknownZoneReason(zones, wanted) };
  const open = withResources(zones);
  if (open.includes(zone)) return undefined;
  const codes = open.map(({ code }) => code);
  return { property, reason: `zone ${zone.code} has no resources left: use one of ${codes.join(", ")}` };
}

// Only the catalogue shows that an id and a code name the same zone. The schema refuses the same text twice.
function repeatedZones(all: readonly AvailableZone[], zones: readonly WantedZone[]): Failure[] {
  return zones.flatMap(({ zone, at }) => {
    const found = findZone(all, zone);
    const first = zones.find((other) => found !== undefined && findZone(all, other.zone) === found);
    if (!found || !first || first.at >= at || first.zone === zone) return [];
    const reason = `${JSON.stringify(zone)} is the zone of entry [${first.at}], ${found.code}: name each once`;
    return [{ property: `availableZones[${at}]`, reason }];
  });
}

// An edition that lists numbers also accepts the specification as the product.
const find = (all: readonly Product[], productId: string): Product | undefined =>
  all.find(({ product_id, spec_code }) => product_id === productId || `${spec_code}-h` === productId);

const chosenIn = (all: readonly Product[], inputs: InstanceInputs): Product | undefined =>
  inputs.productId === undefined ? productFor(all, inputs) : find(all, inputs.productId);

function productFailure(all: readonly Product[], inputs: InstanceInputs, region: string): Failure | undefined {
  const { productId, capacity, engineVersion } = inputs;
  if (productId === undefined) return choiceFailure(all, inputs, region);
  const product = find(all, productId);
  if (product) {
    if (!serves(product, engineVersion)) {
      const versions = versionsOf(product).join(", ");
      return { property: "productId", reason: `"${productId}" is for Redis ${versions}, not for ${engineVersion}` };
    }
    if (holds(product, capacity)) return undefined;
    const sizes = (capacitiesOf(product) ?? []).join(", ");
    return {
      property: "capacity",
      reason: `${capacity} GB is not offered with product "${productId}": it has ${sizes} GB`,
    };
  }
  const meant = likelyText(
    productId,
    all.flatMap(({ product_id, spec_code }) => [product_id, ...(spec_code ? [`${spec_code}-h`] : [])]),
  );
  return {
    property: "productId",
    reason: `"${productId}" is not offered in ${region}: ${meant ? `did you mean "${meant}"?` : "set `cacheMode` instead, which finds the product"}`,
  };
}

const known = (value: unknown): boolean => value !== undefined && !hasUnknown(value);

// The three products of 3.0 are known, even if the catalogue does not list them.
const isWellKnown = ({ engineVersion, productId }: Partial<InstanceInputs>): boolean =>
  editionOf(String(engineVersion)) === EDITION_3 && (productId === undefined || PRODUCT_IDS_OF_3.includes(productId));

export interface CatalogueFindings {
  readonly failures: readonly Failure[];
  /** What a new cache will be, if all of that is known. */
  readonly line?: string;
}

/** What is wrong with the zones and the product, by the live catalogue. */
export async function catalogueFindings(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  isNew: boolean,
): Promise<CatalogueFindings> {
  // The list as a whole may be unknown, too.
  const listed = Array.isArray(inputs.availableZones) ? inputs.availableZones : [];
  const wanted = listed.map((zone, at) => ({ zone, at })).filter(({ zone }) => known(zone));
  const zones: Zones = { region: dcs.region, all: wanted.length > 0 ? await seenOf(dcs).zones() : [] };
  const failed = wanted.flatMap((each) => zoneFailure(zones, each) ?? []);
  const failures = [...failed, ...repeatedZones(zones.all, wanted)];

  const { productId, cacheMode, capacity, engineVersion } = inputs;
  if (![capacity, engineVersion, productId ?? cacheMode].every(known) || isWellKnown(inputs)) return { failures };
  const declared = inputs as InstanceInputs;
  let all = await offered(dcs, declared);
  let failure = productFailure(all, declared, dcs.region);
  if (failure) {
    const others = await secondOpinion(dcs, declared);
    if (others.length > 0 && productFailure(others, declared, dcs.region) === undefined)
      [all, failure] = [others, undefined];
  }
  if (failure) return { failures: [...failures, failure] };
  const product = chosenIn(all, declared);
  if (!isNew || product === undefined) return { failures };
  const open = wanted.filter(({ at }) => !failed.some(({ property }) => property === `availableZones[${at}]`));
  failures.push(...stockFailures(all, product, declared.capacity, open, zones.all));
  const isWhole = known(inputs.name) && wanted.length > 0 && wanted.length === listed.length;
  return { failures, ...(isWhole ? { line: chosenLine(declared, product, zones.all) } : {}) };
}
