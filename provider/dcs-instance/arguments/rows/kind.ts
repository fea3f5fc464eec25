import type { Instance } from "../../api/types";
import { EDITION_3, LATER_EDITIONS, MODES, versionOf } from "../../values/editions";
import { lowerCase, type Normalizer, sameBy } from "../../values/meanings";
import { isProductCode, parseProductCode, specCodeOf } from "../../values/product-code";
import { answered, capacityOf, modeOf, NOT_ANSWERED, orNone } from "../../values/served";
import type { InstanceInputs } from "../../values/types";
import { chosen, FIXED, type InstanceArgument, replace } from "../row/instance-argument";
import { RESIZED, resized } from "./resize";

const ON_OFFER = LATER_EDITIONS.flatMap(({ versions }) => versions);

const quoted = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(", ");

const version: Normalizer = (value) => (typeof value === "string" ? versionOf(value) : value);

// On 3.0 there is one kind of cluster, with two names.
const mode: Normalizer = (value, of) =>
  version(of.engineVersion, of) === EDITION_3.versions[0] && value === "proxy" ? "cluster" : value;

const family: Normalizer = (value) => (typeof value === "string" ? parseProductCode(value).family : value);

function productOf(live: Instance, { productId }: Partial<InstanceInputs>): unknown {
  const { product_id, spec_code, resource_spec_code } = live;
  if (orNone(product_id) !== undefined && product_id === productId) return productId;
  if (product_id && isProductCode(product_id)) return product_id;
  const code = orNone(spec_code) ?? orNone(resource_spec_code);
  if (code === undefined || !isProductCode(code)) return NOT_ANSWERED;
  return code.startsWith("dcs.") ? parseProductCode(code).family : `${specCodeOf(code)}-h`;
}

/** What an instance is. */
export const KIND = {
  capacity: {
    schema: { type: "number" },
    change: { ...resized("capacity"), alternative: "declare the present capacity to keep it" },
    fields: ["new_capacity"],
    affects: RESIZED,
    toCreate: ({ capacity }) => ({ capacity }),
    // Some editions answer no size until the instance has one.
    served: (live) => (capacityOf(live) > 0 ? capacityOf(live) : NOT_ANSWERED),
  },
  engine: {
    schema: { type: "string", enum: ["Redis"], default: "Redis" },
    change: replace(FIXED),
    same: sameBy("engine", lowerCase),
    toCreate: ({ engine }) => ({ engine }),
    served: ({ engine }) => answered(engine),
    implied: (engine) => engine === "Redis",
  },
  engineVersion: {
    schema: {
      type: "string",
      enum: [...EDITION_3.versions, ...ON_OFFER],
      // A similar number does not show what was meant, and 3.0, which was withdrawn, must not be suggested.
      unguessed: true,
      remedy: `use one of the versions on offer: ${quoted(ON_OFFER)}`,
    },
    change: replace("cannot be upgraded in place by this API"),
    same: sameBy("engineVersion", version),
    toCreate: ({ engineVersion }) => ({ engine_version: engineVersion }),
    served: ({ engine_version }) => answered(engine_version),
  },
  productId: {
    schema: {
      type: "string",
      minLength: 1,
      remedy: "use a product id exactly as the service names it, or set `cacheMode` instead",
    },
    change: chosen(resized("product")),
    affects: RESIZED,
    same: sameBy("productId", family),
    comparedInPart: true,
    served: productOf,
    // A product is declared by one of the two.
    implied: (_, { cacheMode }) => cacheMode !== undefined,
  },
  cacheMode: {
    schema: { type: "string", enum: [...MODES] },
    change: chosen(resized("mode")),
    fields: ["spec_code"],
    affects: RESIZED,
    same: sameBy("cacheMode", mode),
    served: (live) => answered(modeOf(live)),
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
