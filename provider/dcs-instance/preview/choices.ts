import type { Failure } from "../../resource/describe/failure";
import type { Product } from "../api/types";
import { capacitiesOf, holds, modeOf, productFor, replicasOf, serves, versionsOf } from "../conversion/offers";
import type { InstanceInputs } from "../values/types";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const are = (choices: readonly (string | number)[], unit = ""): string =>
  choices.length === 0
    ? ""
    : `; ${LIST.format(choices.map((choice) => `${choice}${unit}`))} ${choices.length === 1 ? "is" : "are"}`;

/** The next smaller and the next larger size. */
function nearest(sizes: readonly number[], wanted: number): number[] {
  const sorted = distinct(sizes).sort((a, b) => a - b);
  const below = sorted.filter((size) => size < wanted).at(-1);
  const above = sorted.find((size) => size > wanted);
  return [below, above].filter((size): size is number => size !== undefined);
}

/** Why no product is offered for a cache mode, with the nearest choices that are; `undefined` if one is offered. */
export function choiceFailure(all: readonly Product[], inputs: InstanceInputs, region: string): Failure | undefined {
  const { engineVersion, cacheMode, capacity, replicas } = inputs;
  if (productFor(all, inputs)) return undefined;
  const ofVersion = all.filter((product) => serves(product, engineVersion));
  if (ofVersion.length === 0) {
    const versions = distinct(all.flatMap(versionsOf)).sort();
    return { property: "engineVersion", reason: `Redis ${engineVersion} is not offered in ${region}${are(versions)}` };
  }
  const ofMode = ofVersion.filter((product) => modeOf(product) === cacheMode);
  if (ofMode.length === 0) {
    const modes = distinct(ofVersion.flatMap((product) => modeOf(product) ?? [])).map((mode) => `"${mode}"`);
    const reason = `"${cacheMode}" is not offered for Redis ${engineVersion} in ${region}${are(modes)}`;
    return { property: "cacheMode", reason };
  }
  const what = `"${cacheMode}" of Redis ${engineVersion} with ${capacity} GB`;
  const ofSize = ofMode.filter((product) => holds(product, capacity));
  if (ofSize.length === 0) {
    const sizes = nearest(
      ofMode.flatMap((product) => capacitiesOf(product) ?? []),
      capacity,
    );
    return { property: "capacity", reason: `${what} is not offered in ${region}${are(sizes, " GB")}` };
  }
  const nodes = distinct(ofSize.flatMap((product) => replicasOf(product, cacheMode) ?? [])).sort((a, b) => a - b);
  const reason = `${what} and ${replicas} nodes per shard is not offered in ${region}${are(nodes)}`;
  return { property: "replicas", reason };
}
