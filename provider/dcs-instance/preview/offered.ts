import { untilAnswered } from "../../client/until-answered";
import type { RunClient } from "../../process/configuration";
import { availableZones, flavors, products, quota } from "../api/region/catalogue";
import type { Product } from "../api/types";
import { isCreatedByV2 } from "../conversion/create-request-v2";
import { EDITION_3, editionOf } from "../values/editions";
import { isProductCode } from "../values/product-code";
import type { InstanceInputs } from "../values/types";

/** The catalogue may be out of reach, and a call then takes minutes. A preview of many caches finds that out once. */
const FAILURE_KEPT = 60_000;

class Seen {
  constructor(private readonly dcs: RunClient) {}

  readonly zones = untilAnswered(() => availableZones(this.dcs), FAILURE_KEPT);
  readonly products = untilAnswered(() => products(this.dcs), FAILURE_KEPT);
  readonly flavors = untilAnswered(() => flavors(this.dcs), FAILURE_KEPT);
  // Later in the run the quota would contain what the run itself has created.
  readonly quota = untilAnswered(() => quota(this.dcs), Number.POSITIVE_INFINITY);
}

/** What preview sees of the region, each asked for once in a run. */
export const seenOf = (dcs: RunClient): Seen => dcs.run.shared(dcs, Seen, () => new Seen(dcs));

type Kind = Partial<Pick<InstanceInputs, "engineVersion" | "productId" | "templateId">>;

const isListedByV2 = ({ engineVersion, productId }: Kind): boolean =>
  editionOf(String(engineVersion)) !== EDITION_3 && (productId === undefined || isProductCode(productId));

/** The catalogue by which a declaration is judged: that of version 2, or else that of version 1.0. */
export async function offered(dcs: RunClient, inputs: Kind): Promise<readonly Product[]> {
  const seen = seenOf(dcs);
  if (!isListedByV2(inputs)) return seen.products();
  if (isCreatedByV2(inputs)) return seen.flavors();
  const listed = await seen.flavors().catch(() => []);
  return listed.length > 0 ? listed : seen.products();
}

/**
 * The catalogue of the call that will create the cache, if it is another one. Nothing is refused that one of them offers.
 */
export async function secondOpinion(dcs: RunClient, inputs: Kind): Promise<readonly Product[]> {
  return isListedByV2(inputs) && !isCreatedByV2(inputs)
    ? seenOf(dcs)
        .products()
        .catch(() => [])
    : [];
}
