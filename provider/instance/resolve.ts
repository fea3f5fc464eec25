import type { DcsClient } from "../client/dcs-client";
import { isRegion } from "../config/settings/regions";
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

/** A zone's code begins with its region. */
const regionOfZone = (code: string): string | undefined => [/^(.+)-\d+$/.exec(code)?.[1]].find(isRegion);

/** The zones of a region. */
interface Zones {
  readonly region: string;
  readonly all: readonly AvailableZone[];
}

const zonesOf = async (dcs: DcsClient): Promise<Zones> => ({ region: dcs.region, all: await availableZones(dcs) });

const withResources = ({ all }: Zones): AvailableZone[] =>
  all.filter(({ resource_availability }) => String(resource_availability ?? "true") === "true");

function strangeZone(zones: Zones, wanted: string): string {
  const codes = withResources(zones).map(({ code }) => code);
  const remedy = `use one of ${codes.join(", ")}`;
  const of = regionOfZone(wanted);
  if (of !== undefined && of !== zones.region) {
    return `zone ${JSON.stringify(wanted)} belongs to ${of}, the cache to ${zones.region}: ${remedy}`;
  }
  const meant = likelyText(wanted, codes);
  return `${JSON.stringify(wanted)} is not a zone of ${zones.region}: ${remedy}${meant ? `; did you mean "${meant}"?` : ""}`;
}

function zoneFailure(zones: Zones, wanted: string, property: string): Failure | undefined {
  const zone = zoneOf(zones.all, wanted);
  if (!zone) return { property, reason: strangeZone(zones, wanted) };
  const open = withResources(zones);
  if (open.includes(zone)) return undefined;
  const codes = open.map(({ code }) => code);
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
    const offered = await zonesOf(dcs);
    failures.push(...zones.map(({ zone, at }) => zoneFailure(offered, zone, `availableZones[${at}]`)));
    failures.push(...repeatedZones(offered.all, zones));
  }
  const { productId, cacheMode, capacity, engineVersion } = inputs;
  const judged = [capacity, engineVersion, productId ?? cacheMode].every(
    (value) => value !== undefined && known(value),
  );
  // The three products of 3.0 are known, whatever an edition lists.
  const first = engineVersion !== undefined && SEED.versions.includes(engineVersion);
  const wellKnown = productId === undefined || Object.values<string>(PRODUCTS_3_0).includes(productId);
  if (judged && !(first && wellKnown)) {
    failures.push(productFailure(await products(dcs), inputs as InstanceInputs, dcs.region));
  }
  return failures.filter((failure): failure is Failure => failure !== undefined);
}

const modeNotOffered = ({ cacheMode, capacity, engineVersion }: InstanceInputs, region: string): string =>
  `mode "${cacheMode}" with ${capacity} GB is not offered for Redis ${engineVersion} in ${region}: choose another capacity, or name a productId`;

function productFailure(all: readonly Product[], inputs: InstanceInputs, region: string): Failure | undefined {
  const { productId, capacity, engineVersion } = inputs;
  if (productId === undefined) {
    return productFor(all, inputs) ? undefined : { property: "cacheMode", reason: modeNotOffered(inputs, region) };
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
    reason: `"${productId}" is not offered in ${region}: ${meant ? `did you mean "${meant}"?` : "set `cacheMode` instead, which finds the product"}`,
  };
}

/** Ids for zone codes and the product of a cache mode, as the create request wants them. */
export async function resolve(dcs: DcsClient, inputs: InstanceInputs): Promise<Resolved> {
  const ids = /^[0-9a-f]{32}$/;
  const wanted = inputs.availableZones;
  const zones = wanted.every((zone) => ids.test(zone)) ? { region: dcs.region, all: [] } : await zonesOf(dcs);
  const zoneIds = wanted.map((zone) => zoneOf(zones.all, zone)?.id ?? zone);
  const unknown = wanted.find((zone) => !ids.test(zone) && !zoneOf(zones.all, zone));
  if (unknown) throw new Error(`availableZones: ${strangeZone(zones, unknown)}`);
  return { zoneIds, productId: inputs.productId ?? (await productOfMode(dcs, inputs)) };
}

async function productOfMode(dcs: DcsClient, inputs: InstanceInputs): Promise<string> {
  const mode = inputs.cacheMode ?? "";
  if (SEED.versions.includes(inputs.engineVersion)) return PRODUCTS_3_0[mode as keyof typeof PRODUCTS_3_0];
  const product = productFor(await products(dcs), inputs);
  if (product) return product.product_id;
  throw new Error(modeNotOffered(inputs, dcs.region));
}
