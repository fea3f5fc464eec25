import { products } from "../api/catalogue";
import { extendInstance } from "../api/in-place";
import type { Product } from "../api/types";
import { capacitiesOf } from "../conversion/offers";
import { EDITION_3, editionOf } from "../values/editions";
import { parseProductCode, specCodeOf } from "../values/product-code";
import type { InstanceStep } from "./steps";

const codeOf = ({ spec_code, product_id }: Product): string => spec_code ?? specCodeOf(product_id);

/** The specification of the new size. Only the size of the product changes; its kind and its replicas stay. */
async function specificationFor({ service: dcs, live: instance, declared }: InstanceStep): Promise<string> {
  const now = instance.spec_code ?? instance.resource_spec_code ?? instance.product_id ?? "";
  const family = (await products(dcs)).filter(
    (product) => parseProductCode(codeOf(product)).family === parseProductCode(now).family,
  );
  const fitting = family.find((product) => capacitiesOf(product)?.includes(declared.capacity as number));
  if (fitting) return codeOf(fitting);
  const larger = [...new Set(family.flatMap((product) => capacitiesOf(product) ?? []))]
    .filter((capacity) => capacity > (declared.capacity as number) && Number.isInteger(capacity))
    .sort((a, b) => a - b);
  const offer = larger.length > 0 ? `offered above it are ${larger.join(", ")}` : "nothing above it is offered";
  throw new Error(`capacity: ${declared.capacity as number} GB is not offered for ${now || "this product"}: ${offer}`);
}

/** Starts to extend the instance. */
export async function extend(context: InstanceStep): Promise<void> {
  const { service, id, live, declared, deadline } = context;
  const isOf3 = editionOf(live.engine_version) === EDITION_3;
  const size = { new_capacity: declared.capacity as number };
  // The 3.0 edition has no specification of a size. The later one requires it.
  const body = isOf3 ? size : { ...size, spec_code: await specificationFor(context) };
  await extendInstance(service, id, body, { deadline });
}
