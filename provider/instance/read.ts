import type { DcsClient } from "../client/dcs-client";
import { readInstance } from "./api/instances";
import { behind } from "./look";
import { observe } from "./observe";
import type { InstanceInputs, InstanceOutputs } from "./types";

/** State of the instance as the service has it, or `undefined` when it is gone. */
export async function read(
  dcs: DcsClient,
  id: string,
  state: Partial<InstanceInputs>,
): Promise<InstanceOutputs | undefined> {
  try {
    return await observe(dcs, state, await readInstance(dcs, id));
  } catch (error) {
    if (await behind(dcs, id, error)) throw error;
    return undefined;
  }
}
