import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { CatalogueState, Emulator } from "../../../emulator";
import { products } from "../../../emulator/catalogue/products";
import { todays } from "../support/programs";

const HA_2 = "redis.ha.xu1.large.r2.2";
const RENAMED = "redis.ha.xu2.large.r2.2";

/** A catalogue that changed after caches were made from it, and what a new cache is told. */
export interface World {
  /** What changed, as the table says it. */
  readonly change: string;
  readonly catalogue?: Partial<CatalogueState>;
  /** Calls that the user may not make, or that fail. */
  readonly refused?: { readonly path: RegExp; readonly status: number };
  /** The new cache, as far as it differs from the one that is there. */
  readonly declared?: Partial<DcsInstanceArgs>;
  /** Whether `npm test` plays it, too. */
  readonly sample?: true;
  /** A failure names a property; a warning or a line lets the preview go on. */
  readonly says: { readonly failure: string; readonly property: string } | { readonly line: string };
}

/** Two caches exist in every world: an `ha` of 2 GB by mode, and the same by product. */
export const there: Readonly<Record<string, Partial<DcsInstanceArgs>>> = {
  "by-mode": {},
  "by-product": { cacheMode: undefined, productId: `${HA_2}-h` },
};

export const argsOf = (declared: Partial<DcsInstanceArgs> = {}): DcsInstanceArgs => ({
  ...todays,
  noPasswordAccess: true,
  whitelist: [],
  ...declared,
});

/** Instances of the project in the first worlds: those of {@link there}. */
const THERE = Object.keys(there).length;

export const worlds: readonly World[] = [
  {
    change: "nothing",
    says: { line: `new-test: ${HA_2} in eu-de-01, eu-de-02: 10,000 connections, 128 Mbit/s` },
  },
  {
    change: "the size is gone",
    sample: true,
    catalogue: { gone: [HA_2] },
    says: { property: "capacity", failure: "ha 6.0 with 2 GB is not offered; 1 and 4 are" },
  },
  {
    change: "every pair of nodes is gone",
    catalogue: { gone: products.flatMap(({ line, specCode }) => (line === "redis.ha.xu1.r2" ? [specCode] : [])) },
    says: { property: "replicas", failure: "ha 6.0 with 2 GB is not offered with 2 nodes per shard; 3 is" },
  },
  {
    change: "the product is gone",
    catalogue: { gone: [HA_2] },
    declared: there["by-product"],
    says: {
      property: "productId",
      failure: `"${HA_2}-h" is not offered in eu-de; "redis.ha.xu1.large.r2.1-h" and "redis.ha.xu1.large.r2.4-h" are`,
    },
  },
  {
    change: "the product has another code",
    catalogue: { renamed: { [HA_2]: RENAMED } },
    declared: there["by-product"],
    says: { property: "productId", failure: `"${HA_2}-h" is not offered in eu-de; "${RENAMED}-h" is` },
  },
  {
    change: "the product has another code",
    catalogue: { renamed: { [HA_2]: RENAMED } },
    says: { line: `new-test: ${RENAMED} in eu-de-01, eu-de-02: 10,000 connections, 128 Mbit/s` },
  },
  {
    change: "one zone has sold out",
    sample: true,
    catalogue: { soldOut: [{ zone: "eu-de-02", specCodes: [HA_2] }] },
    says: { property: "availableZones[1]", failure: "eu-de-02 has no ha 2 GB left; eu-de-01 and eu-de-03 have" },
  },
  {
    change: "all zones have sold out",
    catalogue: { soldOut: ["eu-de-01", "eu-de-02", "eu-de-03"].map((zone) => ({ zone, specCodes: [HA_2] })) },
    declared: { availableZones: ["eu-de-01"] },
    says: {
      property: "availableZones[0]",
      failure: "eu-de-01 has no ha 2 GB left, and no other zone of eu-de has: choose 1 or 4 GB, which is there",
    },
  },
  {
    change: "the quota of caches is used up",
    sample: true,
    catalogue: { instanceQuota: THERE },
    says: {
      property: "projectId",
      failure: `the project may hold ${THERE} caches and holds ${THERE}: this run may add 0, and this is new cache 1`,
    },
  },
  {
    change: "the quota of memory is nearly used up",
    catalogue: { memoryQuota: 2 * THERE + 1 },
    says: {
      property: "capacity",
      failure: `the project may hold ${2 * THERE + 1} GB and holds ${2 * THERE} GB: the new caches of this run need 2 GB, and 1 GB are left for this one`,
    },
  },
  {
    change: "the user may not list flavors",
    refused: { path: /\/flavors$/, status: 403 },
    says: { line: "warning: the service could not be asked for its flavors, so its older list counts" },
  },
  {
    change: "the user may not list flavors, and the size is gone",
    refused: { path: /\/flavors$/, status: 403 },
    catalogue: { gone: [HA_2] },
    says: { property: "capacity", failure: "ha 6.0 with 2 GB is not offered; 1 and 4 are" },
  },
  {
    change: "the user may list neither flavors nor products",
    sample: true,
    refused: { path: /\/(flavors|products)$/, status: 403 },
    says: { line: "warning: the service could not be asked, so zones, products and names are not checked yet" },
  },
  {
    change: "the user may not read the quota",
    refused: { path: /\/quota$/, status: 403 },
    says: { line: "warning: the quota could not be read, so it is not checked" },
  },
];

/** As it was before the first world. */
export const usual: CatalogueState = { gone: [], renamed: {}, soldOut: [], instanceQuota: 200, memoryQuota: 204_800 };

/** Lets the catalogue of the local DCS be that of a world, and nothing else. */
export function play(dcs: Emulator, { catalogue = {}, refused }: World): void {
  dcs.clearFaults();
  dcs.changeCatalogue({ ...usual, ...catalogue });
  if (refused) {
    const { path, status } = refused;
    dcs.fault({ on: { path }, times: Number.POSITIVE_INFINITY, with: { kind: "status", status } });
  }
}
