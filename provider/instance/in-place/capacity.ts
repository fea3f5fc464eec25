import { products } from "../api/catalogue";
import { extendInstance } from "../api/in-place";
import type { Product } from "../api/types";
import { SEED } from "../editions";
import { familyOf } from "../equality";
import { capacitiesOf } from "../resolve";
import type { StepContext } from "./context";

const codeOf = ({ spec_code, product_id }: Product): string => spec_code ?? product_id.replace(/-h$/, "");

/** The specification of the new size; only the size of the product changes, its kind and its replicas stay. */
async function specificationFor({ dcs, instance, declared }: StepContext): Promise<string> {
  const now = instance.spec_code ?? instance.resource_spec_code ?? instance.product_id ?? "";
  const family = (await products(dcs)).filter((product) => familyOf(codeOf(product)) === familyOf(now));
  const fitting = family.find((product) => capacitiesOf(product)?.includes(declared.capacity));
  if (fitting) return codeOf(fitting);
  const larger = [...new Set(family.flatMap((product) => capacitiesOf(product) ?? []))]
    .filter((capacity) => capacity > declared.capacity && Number.isInteger(capacity))
    .sort((a, b) => a - b);
  const offer = larger.length > 0 ? `offered above it are ${larger.join(", ")}` : "nothing above it is offered";
  throw new Error(`capacity: ${declared.capacity} GB is not offered for ${now || "this product"}: ${offer}`);
}

/** Starts to extend the instance. */
export async function extend(context: StepContext): Promise<void> {
  const { dcs, id, declared, deadline } = context;
  const first = SEED.versions.some((version) => context.instance.engine_version.startsWith(version));
  const size = { new_capacity: declared.capacity };
  // The 3.0 edition has no specifications of a size; the later ones demand one.
  const body = first ? size : { ...size, spec_code: await specificationFor(context) };
  await extendInstance(dcs, id, body, { deadline });
}
