import type { RunClient } from "../../process/configuration";
import { zonesIfAnswered } from "../api/catalogue";
import { type Fact, readFacts } from "../api/facts";
import type { Instance } from "../api/types";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { EDITION_3, editionOf } from "../values/editions";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../values/types";
import { toState } from "./state";

// Redis 3.0 has none of the features that calls of their own answer.
function factsFor({ engine_version }: Instance, names: readonly string[]): ReadonlySet<Fact> {
  if (editionOf(engine_version) === EDITION_3) return new Set();
  return new Set(names.flatMap((name) => INSTANCE_ARGUMENTS[name as ArgumentName]?.asks ?? []));
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
  const [zones, facts] = await Promise.all([
    zonesIfAnswered(dcs),
    readFacts(dcs, live.instance_id, factsFor(live, names)),
  ]);
  const state = toState(declared, { ...live, facts: { ...live.facts, ...facts } }, zones);
  return { ...state, region: dcs.region, projectId: await dcs.projectId() };
}
