import type { RunClient } from "../../process/configuration";
import { zonesIfAnswered } from "../api/catalogue";
import type { Instance } from "../api/types";
import type { InstanceInputs, InstanceOutputs } from "../values/types";
import { toState } from "./state";

/** State of an instance that was just read, with its region and project. Values are written as declared. */
export async function readState(
  dcs: RunClient,
  declared: Partial<InstanceInputs>,
  live: Instance,
): Promise<InstanceOutputs> {
  const state = toState(declared, live, await zonesIfAnswered(dcs));
  return { ...state, region: dcs.region, projectId: await dcs.projectId() };
}
