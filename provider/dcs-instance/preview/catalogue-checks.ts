import { ApiError } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Findings } from "../../resource/describe/resource-type";
import { hasUnknown } from "../../resource/describe/unknown";
import { messageOf } from "../../resource/state/partial-failure";
import { FOR_THE_RUN } from "../api/region/catalogue";
import type { Product } from "../api/types";
import { offersOf } from "../conversion/region-offers";
import { type Zones, zonesOf } from "../conversion/region-zones";
import { EDITION_3, editionOf } from "../values/editions";
import { PRODUCT_IDS_OF_3, productIdOf3 } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { findZone } from "../values/zones";
import { ofProduct, ofZones } from "./catalogue/foreseen";
import { choose } from "./catalogue/product";
import { growthFailures, quotaFailures } from "./catalogue/quota";
import { isInStock, stockFailures } from "./catalogue/stock";
import { summaryOf } from "./catalogue/summary";
import { wantedZones, zoneFailures } from "./catalogue/zones";

/** What happens to the resource: only an order needs what is in stock, and only a further or growing instance the quota. */
export type Plan = "create" | "replace" | "change" | "takeOver";

/** True if an instance is ordered. */
export const isOrdered = (plan: Plan): boolean => plan === "create" || plan === "replace";

/** True if the service does not have the call at all, so that nobody needs to be told. */
export const isNotThere = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** What is wrong with the zones, by the region's list. */
export async function zoneFindings(dcs: RunClient, inputs: Partial<InstanceInputs>, plan: Plan): Promise<Findings> {
  const wanted = wantedZones(inputs);
  if (wanted.length === 0) return { failures: [], lines: [] };
  const zones = await zonesOf(dcs, FOR_THE_RUN);
  const foreseen = isOrdered(plan) ? ofZones(zones, wanted, inputs.availableZones) : {};
  return { failures: zoneFailures(zones, wanted, plan !== "takeOver"), lines: [], foreseen };
}

/** True for the three products of 3.0, which are known even if the catalogue does not list them. */
function isWellKnown({ engineVersion, productId, cacheMode }: InstanceInputs): boolean {
  const id = productId ?? productIdOf3(cacheMode ?? "") ?? "";
  return editionOf(engineVersion) === EDITION_3 && PRODUCT_IDS_OF_3.includes(id);
}

function lineOf(inputs: InstanceInputs, product: Product, zones: Zones): string[] {
  const { name, capacity, availableZones, replicas } = inputs;
  if (hasUnknown(name) || hasUnknown(replicas) || hasUnknown(availableZones)) return [];
  const codes = (availableZones ?? []).map((zone) => findZone(zones.all, zone)?.code ?? zone);
  return [summaryOf(name, product, capacity, codes)];
}

/** What is wrong with the product and its stock, by the live catalogue, and what an order would get. */
export async function offerFindings(dcs: RunClient, declared: Partial<InstanceInputs>, plan: Plan): Promise<Findings> {
  const { productId, cacheMode, capacity, engineVersion } = declared;
  const judged = [capacity, engineVersion, productId ?? cacheMode];
  if (judged.some((value) => value === undefined || hasUnknown(value))) return { failures: [], lines: [] };
  const inputs = declared as InstanceInputs;
  if (isWellKnown(inputs)) return { failures: [], lines: [] };
  // If the zones cannot be listed, that is told beside this.
  const none: Zones = { region: dcs.region, all: [] };
  const zones = isOrdered(plan) ? await zonesOf(dcs, FOR_THE_RUN).catch(() => none) : none;
  const { products, isComplete, missed } = await offersOf(dcs, inputs, FOR_THE_RUN);
  const warning =
    missed === undefined || isNotThere(missed)
      ? {}
      : { warning: `the service could not be asked for its flavors, so its older list counts: ${messageOf(missed)}` };
  if (!isComplete) return { failures: [], lines: [], ...warning };
  const wanted = wantedZones(inputs);
  const choice = choose(products, inputs, dcs.region, isOrdered(plan), (product, size) =>
    isInStock(product, size, zones, wanted),
  );
  if ("failure" in choice) return { failures: [choice.failure], lines: [], ...warning };
  const { product } = choice;
  if (!isOrdered(plan)) return { failures: [], lines: [], ...warning };
  const lines = lineOf(inputs, product, zones);
  // Another number of nodes is another product.
  if (hasUnknown(inputs.replicas)) return { failures: [], lines, ...warning };
  const failures = stockFailures(products, product, inputs, zones, wanted);
  return { failures, lines, foreseen: ofProduct(product, inputs), ...warning };
}

/** Whether the project has room for one more cache, or for one that grows by so many GB. */
export async function quotaFindings(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  plan: Plan,
  growth: number,
): Promise<Findings> {
  if (plan === "create") return { failures: await quotaFailures(dcs, inputs), lines: [] };
  const grows = plan === "change" && growth > 0;
  return { failures: grows ? await growthFailures(dcs, inputs, growth) : [], lines: [] };
}
