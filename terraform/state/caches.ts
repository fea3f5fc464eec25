import { CACHE_TYPES, type Cache, type CacheType, list, object, text } from "./cache";

/** What a state holds for this package. */
export interface Found {
  readonly caches: readonly Cache[];
  /** Entries that are no cache of their own, each with the reason. */
  readonly passed: ReadonlyArray<{ readonly address: string; readonly reason: string }>;
}

const isCacheType = (type: unknown): type is CacheType => CACHE_TYPES.includes(type as CacheType);

/** What a program asks instead of the data sources of Terraform's provider. */
const LOOK_UPS: Readonly<Record<string, string>> = {
  opentelekomcloud_dcs_az_v1: "getAvailabilityZones",
  opentelekomcloud_dcs_certificate_v2: "getCertificate",
  opentelekomcloud_dcs_maintainwindow_v1: "getMaintenanceWindows",
  opentelekomcloud_dcs_product_v1: "getProducts or getFlavors",
};

/** Why something of DCS that is no cache is not carried over; `undefined` for what is not of DCS. */
function reasonToPass(resource: unknown): string | undefined {
  const { type, mode } = object(resource);
  if (!text(type).startsWith("opentelekomcloud_dcs_")) return undefined;
  const lookUp = LOOK_UPS[text(type)];
  if (mode === "data" || lookUp !== undefined)
    return lookUp
      ? `is a data source: ask ${lookUp} where its value is needed`
      : "is a data source without a counterpart";
  return "is of a type that this package does not have";
}

// Terraform writes `true`, or the same shape as the value with `true` where a part is sensitive.
const holdsTrue = (mark: unknown): boolean =>
  mark === true || (typeof mark === "object" && mark !== null && Object.values(mark).some(holdsTrue));

function resourcesOf(module: unknown): readonly unknown[] {
  const { resources, child_modules: children } = object(module);
  return [...list(resources), ...list(children).flatMap(resourcesOf)];
}

function cacheOf(resource: unknown): Cache | undefined {
  const { address, mode, type, values, sensitive_values: marks, tainted } = object(resource);
  if (mode === "data" || !isCacheType(type)) return undefined;
  const sensitive = Object.entries(object(marks)).flatMap(([name, mark]) => (holdsTrue(mark) ? [name] : []));
  return {
    address: text(address),
    type,
    id: text(object(values).id),
    values: object(values),
    sensitive: new Set(sensitive),
    isTainted: tainted === true,
  };
}

/** The caches of a state in its own order, those of child modules and of `count` and `for_each` included. */
export function cachesOf(state: Readonly<Record<string, unknown>>): Found {
  const caches: Cache[] = [];
  const passed: Array<{ address: string; reason: string }> = [];
  for (const resource of resourcesOf(object(state.values).root_module)) {
    const cache = cacheOf(resource);
    if (!cache) {
      const reason = reasonToPass(resource);
      if (reason !== undefined) passed.push({ address: text(object(resource).address), reason });
      continue;
    }
    const { address, id } = cache;
    const twin = caches.find((other) => other.id === id);
    if (object(resource).deposed_key !== undefined) {
      passed.push({ address, reason: "is what a replacement left: Terraform has yet to delete it" });
    } else if (id === "") {
      passed.push({ address, reason: "has no id in the state" });
    } else if (twin) {
      passed.push({ address, reason: `is the same instance as ${twin.address}` });
    } else {
      caches.push(cache);
    }
  }
  return { caches, passed };
}
