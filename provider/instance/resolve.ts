import type { DcsClient } from "../client/dcs-client";
import { availableZones, products } from "./api/catalogue";
import type { AvailableZone, Product } from "./api/types";
import { PRODUCTS_3_0, SEED } from "./editions";
import type { Failure } from "./failures";
import { likelyText } from "./likely";
import type { Resolved } from "./model";
import type { InstanceInputs } from "./types";

const listed = (text: string | undefined): string[] =>
  String(text ?? "")
    .split(/[;,\s]+/)
    .filter(Boolean);

// The last number of a specification is its size: MB for tiny, GB for large.
function sizeIn(specification: string): number[] | undefined {
  const [, unit, size] = /\.(tiny|large)\.(?:[a-z]\d+\.)?(\d+)(?:-h)?$/.exec(specification) ?? [];
  return size === undefined ? undefined : [unit === "tiny" ? Number(size) / 1024 : Number(size)];
}

/** Sizes of a product in GB; `undefined` when the service does not list them. */
export function capacitiesOf({ flavors, spec_details, spec_code, product_id }: Product): number[] | undefined {
  if (flavors?.length) return flavors.map(({ capacity }) => Number(capacity));
  const mem = typeof spec_details === "string" ? /"mem":\s*"?([\d.,;\s]+)/.exec(spec_details)?.[1] : undefined;
  return mem === undefined ? sizeIn(spec_code ?? product_id ?? "") : listed(mem).map(Number);
}

const holds = (product: Product, capacity: number): boolean => capacitiesOf(product)?.includes(capacity) ?? true;

const serves = ({ engine_versions }: Product, version: string): boolean =>
  engine_versions == null || listed(engine_versions).includes(version);

// Two nodes per shard are what `ha` and a cluster mean; `r1` has no standby and more replicas cost more.
const preference = ({ spec_code = "", cpu_type, product_type }: Product): string =>
  [
    product_type === undefined || product_type === "generic" ? 0 : 1,
    cpu_type === undefined || cpu_type === "x86_64" ? 0 : 1,
    spec_code.includes(".r2.") ? 0 : 1,
    spec_code,
  ].join(" ");

/** The product for a cache mode: generic, x86_64, two replicas where there is a choice. */
export function productFor(
  all: readonly Product[],
  { engineVersion, cacheMode, capacity }: InstanceInputs,
): Product | undefined {
  return all
    .filter((product) => product.cache_mode === cacheMode && holds(product, capacity))
    .filter((product) => serves(product, engineVersion))
    .sort((a, b) => preference(a).localeCompare(preference(b)))[0];
}

const zoneOf = (all: readonly AvailableZone[], wanted: string) =>
  all.find(({ id, code }) => wanted === id || wanted === code);

function zoneFailure(all: readonly AvailableZone[], wanted: string, property: string): Failure | undefined {
  const zone = zoneOf(all, wanted);
  const open = all.filter(({ resource_availability }) => String(resource_availability ?? "true") === "true");
  const codes = open.map(({ code }) => code);
  if (!zone) {
    const meant = likelyText(wanted, codes);
    return {
      property,
      reason: `${JSON.stringify(wanted)} is not a zone of this region: use one of ${codes.join(", ")}${meant ? `; did you mean "${meant}"?` : ""}`,
    };
  }
  if (open.includes(zone)) return undefined;
  return { property, reason: `zone ${zone.code} has no resources left: use one of ${codes.join(", ")}` };
}

// Only the catalogue knows that an id and a code name the same zone; the same text twice is refused without it.
function repeatedZones(all: readonly AvailableZone[], zones: ReadonlyArray<{ zone: string; at: number }>): Failure[] {
  return zones.flatMap(({ zone, at }) => {
    const found = zoneOf(all, zone);
    const first = zones.find((other) => found !== undefined && zoneOf(all, other.zone) === found);
    if (!found || !first || first.at >= at || first.zone === zone) return [];
    const reason = `${JSON.stringify(zone)} is the zone of entry [${first.at}], ${found.code}: name each once`;
    return [{ property: `availableZones[${at}]`, reason }];
  });
}

/** What the live catalogue says against the zones and the product. */
export async function catalogueFailures(
  dcs: DcsClient,
  inputs: Partial<InstanceInputs>,
  known: (value: unknown) => boolean,
): Promise<Failure[]> {
  const failures: Array<Failure | undefined> = [];
  // The list as a whole may be unknown, too.
  const wanted = Array.isArray(inputs.availableZones) ? inputs.availableZones : [];
  const zones = wanted.map((zone, at) => ({ zone, at })).filter(({ zone }) => known(zone));
  if (zones.length > 0) {
    const all = await availableZones(dcs);
    failures.push(...zones.map(({ zone, at }) => zoneFailure(all, zone, `availableZones[${at}]`)));
    failures.push(...repeatedZones(all, zones));
  }
  const { productId, cacheMode, capacity, engineVersion } = inputs;
  const judged = [capacity, engineVersion, productId ?? cacheMode].every(
    (value) => value !== undefined && known(value),
  );
  // The three products of 3.0 are known, whatever an edition lists.
  const first = engineVersion !== undefined && SEED.versions.includes(engineVersion);
  const wellKnown = productId === undefined || Object.values<string>(PRODUCTS_3_0).includes(productId);
  if (judged && !(first && wellKnown)) {
    failures.push(productFailure(await products(dcs), inputs as InstanceInputs));
  }
  return failures.filter((failure): failure is Failure => failure !== undefined);
}

function productFailure(all: readonly Product[], inputs: InstanceInputs): Failure | undefined {
  const { productId, cacheMode, capacity, engineVersion } = inputs;
  if (productId === undefined) {
    return productFor(all, inputs)
      ? undefined
      : {
          property: "cacheMode",
          reason: `no product of mode "${cacheMode}" with ${capacity} GB is offered for Redis ${engineVersion} in this region`,
        };
  }
  // An edition that lists numbers still takes the specification as the product.
  const product = all.find(({ product_id, spec_code }) => product_id === productId || `${spec_code}-h` === productId);
  if (product) {
    if (!serves(product, engineVersion)) {
      const versions = listed(product.engine_versions).join(", ");
      return { property: "productId", reason: `"${productId}" is for Redis ${versions}, not for ${engineVersion}` };
    }
    return holds(product, capacity)
      ? undefined
      : { property: "capacity", reason: `${capacity} GB is not offered with product "${productId}"` };
  }
  const meant = likelyText(
    productId,
    all.map(({ product_id }) => product_id),
  );
  return {
    property: "productId",
    reason: `"${productId}" is not offered in this region${meant ? `: did you mean "${meant}"?` : ": use `cacheMode` and let the product be looked up"}`,
  };
}

/** Ids for zone codes and the product of a cache mode, as the create request wants them. */
export async function resolve(dcs: DcsClient, inputs: InstanceInputs): Promise<Resolved> {
  const ids = /^[0-9a-f]{32}$/;
  const wanted = inputs.availableZones;
  const all = wanted.every((zone) => ids.test(zone)) ? [] : await availableZones(dcs);
  const zoneIds = wanted.map((zone) => zoneOf(all, zone)?.id ?? zone);
  const unknown = wanted.find((zone) => !ids.test(zone) && !zoneOf(all, zone));
  if (unknown) throw new Error(`availableZones: "${unknown}" is not a zone of this region`);
  return { zoneIds, productId: inputs.productId ?? (await productOfMode(dcs, inputs)) };
}

async function productOfMode(dcs: DcsClient, inputs: InstanceInputs): Promise<string> {
  const mode = inputs.cacheMode ?? "";
  if (SEED.versions.includes(inputs.engineVersion)) return PRODUCTS_3_0[mode as keyof typeof PRODUCTS_3_0];
  const product = productFor(await products(dcs), inputs);
  if (product) return product.product_id;
  throw new Error(
    `no product of mode "${mode}" with ${inputs.capacity} GB is offered for Redis ${inputs.engineVersion} in this region: choose another capacity or name a productId`,
  );
}
