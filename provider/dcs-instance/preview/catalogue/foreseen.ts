import type { Values } from "../../../resource/describe/argument";
import type { Instance, Product } from "../../api/types";
import { INSTANCE_ARGUMENTS } from "../../arguments/rows/instance-arguments";
import type { Zones } from "../../conversion/region-zones";
import { DEFAULT_PORT } from "../../values/editions";
import { isProductCode, parseProductCode, specCodeOf } from "../../values/product-code";
import { NOT_ANSWERED } from "../../values/served";
import type { InstanceInputs } from "../../values/types";
import { findZone } from "../../values/zones";
import type { Wanted } from "./zones";

/** The specification that an order of a product gets. */
export const codeOfOrder = ({ spec_code, product_id }: Product): string => spec_code ?? specCodeOf(product_id);

/** Outputs that the product of an order decides. */
export function ofProduct(product: Product, inputs: InstanceInputs): Values {
  const code = codeOfOrder(product);
  if (!isProductCode(code)) return {};
  const live = { resource_spec_code: code, cache_mode: product.cache_mode } as Instance;
  // A catalogue may list read/write splitting as another mode, and the answer of the instance need not agree.
  const isSure = (product.cache_mode ?? undefined) === parseProductCode(code).mode;
  const names = isSure ? (["cacheMode", "replicas"] as const) : [];
  const served = names
    .filter((name) => inputs[name] === undefined)
    .map((name) => [name, INSTANCE_ARGUMENTS[name].served?.(live, inputs)] as const)
    .filter(([, value]) => value !== undefined && value !== NOT_ANSWERED);
  return { resourceSpecCode: code, ...Object.fromEntries(served) };
}

/** Outputs that the zones of an order decide. Absent if one of them is not known. */
export function ofZones({ all }: Zones, wanted: readonly Wanted[], declared: unknown): Values {
  const found = wanted.flatMap(({ zone }) => findZone(all, zone) ?? []);
  if (!Array.isArray(declared) || found.length !== declared.length) return {};
  return { availableZoneIds: found.map(({ id }) => id), availableZoneCodes: found.map(({ code }) => code) };
}

/** Outputs that are the same for every new instance of a project. */
export const ofPlace = (region: string, projectId: string): Values => ({ region, projectId, port: DEFAULT_PORT });
