import { type AvailabilityZone, getAvailabilityZones, getFlavors, getProducts } from "pulumi-otc-dcs";
import { type Network, type Options, UserError } from "../options";
import { KINDS, type Kind, WHAT } from "./kinds";

/** A cache to be made: the smallest of its kind that is in stock. */
export interface Chosen {
  readonly kind: Kind;
  readonly engineVersion: string;
  readonly cacheMode: "single" | "ha";
  /** GB. */
  readonly capacity: number;
  /** The next size; `undefined` if there is none. */
  readonly larger?: number;
  readonly availableZones: readonly string[];
}

interface Offer {
  readonly capacity: number;
  readonly zones: readonly string[];
}

/** Codes of `count` zones, or none if there are fewer. */
const zonesOf = (offer: Offer, count: number): readonly string[] =>
  offer.zones.length < count ? [] : [...offer.zones].sort().slice(0, count);

/** What is sold of a kind. Flavors name their zones; products, which 3.0 has, are in stock wherever the zone has resources. */
async function offersOf(kind: Kind, zones: readonly AvailabilityZone[]): Promise<Offer[]> {
  const { engineVersion, cacheMode } = WHAT[kind];
  const open = zones.filter(({ hasResources }) => hasResources).map(({ code }) => code);
  const flavors = await getFlavors({ engineVersion, cacheMode, ...(cacheMode === "ha" ? { replicas: 2 } : {}) });
  const offers = flavors.map(({ capacity, availableZones }) => ({
    capacity,
    zones: availableZones.filter((code) => open.includes(code)),
  }));
  if (offers.length > 0 || kind !== "old") return offers;
  const products = await getProducts({ engineVersion, cacheMode });
  return products.flatMap(({ capacities }) => capacities.map((capacity) => ({ capacity, zones: open })));
}

async function choose(kind: Kind, zones: readonly AvailabilityZone[]): Promise<Chosen | undefined> {
  const needed = WHAT[kind].cacheMode === "ha" ? 2 : 1;
  const fitting = (await offersOf(kind, zones))
    .filter((offer) => zonesOf(offer, needed).length === needed)
    .sort((a, b) => a.capacity - b.capacity);
  const [smallest] = fitting;
  if (smallest === undefined) return undefined;
  return {
    kind,
    ...WHAT[kind],
    capacity: smallest.capacity,
    larger: fitting.find(({ capacity }) => capacity > smallest.capacity)?.capacity,
    availableZones: zonesOf(smallest, needed),
  };
}

/** The smallest cache of each kind that the catalogue offers. */
export async function chooseCaches({ without, network }: Pick<Options, "without" | "network">): Promise<Chosen[]> {
  const zones = await getAvailabilityZones();
  const kinds = KINDS.filter((kind) => !without.includes(kind));
  const chosen = (await Promise.all(kinds.map((kind) => choose(kind, zones)))).filter((each) => each !== undefined);
  if (chosen.length === 0) throw new UserError("The catalogue offers none of the caches in stock: nothing was played.");
  checkSecurityGroup(chosen, network);
  return chosen;
}

function checkSecurityGroup(chosen: readonly Chosen[], { securityGroupId }: Network): void {
  if (!chosen.some(({ kind }) => kind === "old") || securityGroupId !== undefined) return;
  throw new UserError(
    "Redis 3.0 is on offer, and its cache needs a security group: set --security-group ID or OS_SECURITY_GROUP_ID, or leave it out with --without old.",
  );
}
