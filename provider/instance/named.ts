import { listInstances, readInstance } from "../api/instances";
import type { Requester } from "../api/requester";
import type { InstanceSummary } from "../api/types";
import { difference } from "./diff";
import { observe } from "./observe";
import type { InstanceInputs, InstanceOutputs } from "./types";

/** Instances that bear exactly this name, failed ones included; the service's own filter is fuzzy. */
export async function instancesNamed(dcs: Requester, name: string): Promise<InstanceSummary[]> {
  return (await listInstances(dcs, name)).filter((instance) => instance.name === name);
}

const described = ({ instance_id, status, created_at }: InstanceSummary): string =>
  `${instance_id} (${status}, created ${created_at ?? "at an unknown time"})`;

/** One sentence for an instance that already bears the name, with the two ways on. */
export const conflictMessage = (name: string, found: readonly InstanceSummary[]): string =>
  `an instance named "${name}" exists already: ${found.map(described).join(", ")}. Choose another \`name\`, or take it over with \`adoptInstanceId: "${found[0]?.instance_id}"\` (or \`onNameConflict: "adopt"\`)`;

/** An existing instance, provided that everything fixed at creation is as declared; otherwise the list of differences. */
export async function takeOver(dcs: Requester, id: string, inputs: InstanceInputs): Promise<InstanceOutputs> {
  const state = await observe(dcs, {}, await readInstance(dcs, id));
  // The service never returns these: the declaration is all there is to compare with.
  const unseen = { password: inputs.password, renameCommands: inputs.renameCommands };
  const differing = difference({ ...state, ...unseen }, inputs).replaced;
  if (differing.length === 0) return state;
  const list = differing.map(
    (name) => `${name} is ${JSON.stringify(state[name])}, declared is ${JSON.stringify(inputs[name])}`,
  );
  throw new Error(
    `instance ${id} cannot be taken over as "${inputs.name}", as it differs in what is fixed at creation: ${list.join("; ")}. Declare what it is, or leave it alone and choose another name`,
  );
}
