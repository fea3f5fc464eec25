import type { RunClient } from "../../process/configuration";
import { flavors, products } from "../api/region/catalogue";
import type { Product } from "../api/types";
import { EDITION_3, EDITION_7, editionOf } from "../values/editions";
import { parseProductCode } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { isCreatedByV2 } from "./create-request-v2";
import { isOfMode, serves } from "./offers";

/** What a region offers. */
export interface Offers {
  readonly products: readonly Product[];
  /** False: the list says nothing about the version, so what it lacks may be offered all the same. */
  readonly isComplete: boolean;
  /** Why the flavors could not be listed. */
  readonly missed?: unknown;
}

const isRedis = ({ engine }: Product): boolean => engine == null || /redis/i.test(engine);

// The older list may name no zones at all, which then says nothing about the stock.
const withoutEmptyStock = (product: Product): Product => ({
  ...product,
  flavors: product.flavors?.map((each) =>
    each.available_zones?.length || each.az_codes?.length ? each : { capacity: each.capacity },
  ),
});

/**
 * What is offered for a declaration: the flavors of version 2 of the API, and where they cannot be had the products of
 * version 1.0. Products are also asked before a mode counts as not offered that version 1.0 creates.
 *
 * @param failureFor For how many milliseconds a failure of the service counts as its answer.
 */
export async function offersOf(dcs: RunClient, inputs: Partial<InstanceInputs>, failureFor = 0): Promise<Offers> {
  const { engineVersion = "", productId, cacheMode } = inputs;
  const edition = editionOf(engineVersion);
  if (edition === EDITION_3) return { products: await products(dcs, failureFor), isComplete: true };
  const newer: Offers = await flavors(dcs, failureFor).then(
    (all) => ({ products: all.filter(isRedis), isComplete: true }),
    (missed) => ({ products: [], isComplete: true, missed }),
  );
  const mode = cacheMode ?? (productId === undefined ? undefined : parseProductCode(productId).mode);
  const lists = (all: readonly Product[]) =>
    mode !== undefined && all.some((product) => isOfMode(product, mode) && serves(product, engineVersion));
  const isAnswered = newer.products.length > 0;
  if (lists(newer.products) || (isAnswered && isCreatedByV2(inputs))) return newer;
  const older = (
    await products(dcs, failureFor).catch((error) => {
      throw newer.missed ?? error;
    })
  )
    .filter(isRedis)
    .map(withoutEmptyStock);
  if (isAnswered && mode !== undefined && !lists(older)) return newer;
  // Version 1.0 does not list 7.0, whose products have the same codes.
  const isFor7 = edition === EDITION_7;
  const served = isFor7 ? older.map((product) => ({ ...product, engine_versions: undefined })) : older;
  return { products: served, isComplete: !isFor7, ...("missed" in newer ? { missed: newer.missed } : {}) };
}
