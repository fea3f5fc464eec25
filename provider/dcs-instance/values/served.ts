import type { Instance } from "../api/types";
import { DEFAULT_PORT } from "./editions";
import { isProductCode, parseProductCode, specCodeOf } from "./product-code";

/** The answer does not contain the argument. */
export const NOT_ANSWERED = Symbol("not answered");

/** The value, or `undefined`: absent values arrive as `null` or as an empty text. */
export const orNone = <T>(value: T | null | undefined): T | undefined =>
  value === "" ? undefined : (value ?? undefined);

/** The converted value, if the answer contains one. */
export const answered = <T, V = T>(
  value: T | null | undefined,
  make: (value: T) => V = (each) => each as unknown as V,
): V | typeof NOT_ANSWERED => {
  const present = orNone(value);
  return present === undefined ? NOT_ANSWERED : make(present);
};

/** A value from an answer of its own, if that was asked for. An instance without the feature has no value. */
export const factValue = <T, V>(
  fact: T | null | undefined,
  make: (fact: T) => V,
): V | undefined | typeof NOT_ANSWERED => (fact === undefined ? NOT_ANSWERED : fact === null ? undefined : make(fact));

/** A boolean arrives as a boolean or as a text. */
export const truth = (value: string | boolean): boolean => String(value) === "true";

interface Capacity {
  readonly capacity?: number | string | null;
  readonly capacity_minor?: string | null;
}

// The service returns 0.125 GB as capacity 0 and capacity_minor ".125".
export const capacityOf = ({ capacity, capacity_minor }: Capacity): number =>
  Number(capacity ?? 0) || Number(capacity_minor ?? 0);

interface Address {
  readonly ip?: string | null;
  readonly port?: number | string | null;
}

/** Where clients connect. The addresses of a cluster stand in one text, with commas between them. */
export const endpointOf = ({ ip, port }: Address): string | undefined =>
  orNone(ip) && `${ip?.split(",")[0]}:${Number(port ?? DEFAULT_PORT)}`;

/** The specification; `undefined` if the answer names the product by a number only. */
export const codeOf = ({ spec_code, resource_spec_code, product_id }: Instance): string | undefined =>
  orNone(spec_code) ??
  orNone(resource_spec_code) ??
  (product_id && isProductCode(product_id) ? specCodeOf(product_id) : undefined);

export const modeOf = ({ cache_mode, resource_spec_code }: Instance): string | undefined =>
  cache_mode ?? (resource_spec_code ? parseProductCode(resource_spec_code).mode : undefined);
