import type { RunClient } from "../../process/configuration";
import { type Fact, readFacts } from "../api/features/facts";
import { zonesIfAnswered } from "../api/region/catalogue";
import type { Instance } from "../api/types";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { EDITION_3, editionOf } from "../values/editions";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../values/types";
import { toState } from "./state";

// Redis 3.0 has only this one of the features that calls of their own answer.
const FACTS_OF_3: ReadonlySet<Fact> = new Set(["parameters"]);

function factsFor({ engine_version }: Instance, names: readonly string[]): ReadonlySet<Fact> {
  const asked = names.flatMap((name) => INSTANCE_ARGUMENTS[name as ArgumentName]?.asks ?? []);
  return new Set(asked.filter((fact) => editionOf(engine_version) !== EDITION_3 || FACTS_OF_3.has(fact)));
}

/**
 * State of an instance that was just read, with its region and project. Values are written as declared.
 *
 * @param asked Arguments that are read beside the declared ones.
 */
export async function readState(
  dcs: RunClient,
  declared: Partial<InstanceInputs>,
  live: Instance,
  asked: readonly string[] = [],
): Promise<InstanceOutputs> {
  const names = [...Object.keys(declared), ...asked];
  const [zones, facts] = await Promise.all([zonesIfAnswered(dcs), readFacts(dcs, live, factsFor(live, names))]);
  const state = toState(declared, { ...live, facts: { ...live.facts, ...facts } }, zones);
  return { ...state, region: dcs.region, projectId: await dcs.projectId() };
}
