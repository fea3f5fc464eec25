import { joined, nearestNumbers } from "../../resource/check/suggestions";
import type { Failure } from "../../resource/describe/failure";
import type { Product } from "../api/types";
import type { InstanceInputs } from "../values/types";
import {
  capacitiesOf,
  hasReplicas,
  holds,
  isOfMode,
  modeOf,
  replicasOf,
  replicasToOrder,
  serves,
  versionsOf,
} from "./offers";

/** The choices as they follow "is not offered". */
const are = (choices: ReadonlyArray<string | number>): string =>
  choices.length === 0 ? "" : `; ${joined(choices)} ${choices.length === 1 ? "is" : "are"}`;

const each = <T>(all: ReadonlyArray<T | null | undefined>): T[] => [
  ...new Set(all.filter((one): one is T => one !== null && one !== undefined)),
];

/** True if a product can be had in a size. */
export type CanBeHad = (product: Product, capacity: number) => boolean;

/** The nearest sizes below and above that can be had. */
export function nearestSizes(all: readonly Product[], capacity: number, canBeHad: CanBeHad): number[] {
  const sizes = all.flatMap((product) => (capacitiesOf(product) ?? []).map((size) => ({ product, size })));
  const there = sizes.filter(({ product, size }) => size !== capacity && canBeHad(product, size));
  return nearestNumbers(
    capacity,
    there.map(({ size }) => size),
  );
}

/** What of the declaration is not offered, and the nearest choices that are. */
export function notOffered(
  all: readonly Product[],
  inputs: InstanceInputs,
  region: string,
  canBeHad: CanBeHad = () => true,
): Failure {
  const { cacheMode: mode = "", engineVersion: version, capacity, replicas } = inputs;
  const nodes = replicasToOrder(inputs);
  const ofVersion = all.filter((product) => serves(product, version));
  const ofMode = ofVersion.filter((product) => isOfMode(product, mode));
  const isCounted = typeof replicas === "number";
  const ofNodes = ofMode.filter((product) => nodes === undefined || hasReplicas(product, mode, nodes));
  const kind = `${mode} ${version}`;
  const wanted = `${kind} with ${capacity} GB${isCounted ? ` and ${replicas} nodes per shard` : ""}`;
  const sizes = nearestSizes(ofNodes, capacity, canBeHad);
  if (sizes.length > 0) return { property: "capacity", reason: `${wanted} is not offered${are(sizes)}` };
  const counts = each(ofMode.filter((one) => holds(one, capacity)).map((one) => replicasOf(one, mode)));
  if (counts.length > 0 && nodes !== undefined) {
    const usual = isCounted ? "" : ` with ${nodes} nodes per shard`;
    const near = nearestNumbers(nodes, counts);
    return { property: "replicas", reason: `${wanted} is not offered${usual}${are(near)}` };
  }
  const sold = all.filter((product) => isOfMode(product, mode) && holds(product, capacity));
  const versions = each(sold.flatMap(versionsOf)).sort();
  if (versions.length > 0 && ofMode.length === 0) {
    return { property: "engineVersion", reason: `${kind} is not offered in ${region}${are(versions)}` };
  }
  const modes = each(ofVersion.filter((product) => holds(product, capacity)).map(modeOf)).filter((one) => one !== mode);
  return { property: "cacheMode", reason: `${kind} with ${capacity} GB is not offered in ${region}${are(modes)}` };
}
