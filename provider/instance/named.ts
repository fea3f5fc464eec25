import type { CallOptions, DcsClient } from "../client/dcs-client";
import { isNotFound } from "../client/dcs-errors";
import { reworded } from "../http/errors/api-error";
import { readInstance } from "./api/instances";
import type { Instance, InstanceSummary } from "./api/types";
import { difference } from "./diff";
import { observe } from "./observe";
import { settled } from "./settle";
import { classOf, isWreck } from "./statuses";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";

const described = ({ instance_id, status, created_at }: InstanceSummary): string =>
  `${instance_id} (${status}, created ${created_at ?? "at an unknown time"})`;

export const listed = (found: readonly InstanceSummary[]): string => found.map(described).join(", ");

/** One sentence for an instance that already bears the name, with the two ways on. */
export function conflictMessage(name: string, found: readonly InstanceSummary[]): string {
  const [first] = found;
  const adopt = first && isWreck(first.status) ? "have it removed and created anew with" : "take it over with";
  return `an instance named "${name}" exists already: ${listed(found)}. If it is yours, e.g. of an interrupted run, ${adopt} \`adoptInstanceId: "${first?.instance_id}"\` or \`onNameConflict: "adopt"\` (\`pulumi config set otc:onNameConflict adopt\`); otherwise choose another \`name\``;
}

const isUnanswered = (value: unknown): boolean =>
  value === undefined ||
  value === "" ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** An existing instance beside the declaration. */
export interface Comparison {
  readonly state: InstanceOutputs;
  /** Arguments that are fixed at creation and differ. */
  readonly fixed: readonly ArgumentName[];
  /** Arguments that differ and that the service has spoken of; a fresh instance does not answer all at once. */
  readonly answered: readonly ArgumentName[];
}

export async function compare(dcs: DcsClient, instance: Instance, inputs: InstanceInputs): Promise<Comparison> {
  const seen = await observe(dcs, {}, instance);
  // The service never returns these: the declaration is all there is to compare with.
  const state = { ...seen, password: inputs.password, renameCommands: inputs.renameCommands };
  const { replaced, modified } = difference(state, inputs);
  const answered = [...replaced, ...modified].filter((name) => !isUnanswered(state[name]));
  return { state, fixed: replaced, answered };
}

export const differences = (state: InstanceOutputs, inputs: InstanceInputs, names: readonly ArgumentName[]): string =>
  names
    .map((name) => `${name} is ${JSON.stringify(state[name])}, declared is ${JSON.stringify(inputs[name])}`)
    .join("; ");

async function found(dcs: DcsClient, id: string, options: CallOptions): Promise<Instance> {
  try {
    return await readInstance(dcs, id, options);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const remedy = "set adoptInstanceId to the id of an instance in this project and region, or leave it out";
    throw reworded(error, { purpose: `take over the instance ${id}`, remedy });
  }
}

/** An existing instance, provided that everything fixed at creation is as declared; otherwise the list of differences. */
export async function takeOver(
  dcs: DcsClient,
  id: string,
  inputs: InstanceInputs,
  deadline = Number.POSITIVE_INFINITY,
): Promise<InstanceOutputs> {
  let instance = await found(dcs, id, Number.isFinite(deadline) ? { deadline } : {});
  let { state, fixed, answered } = await compare(dcs, instance, inputs);
  if (fixed.length > 0 && !fixed.some((name) => answered.includes(name)) && classOf(instance.status) === "passing") {
    const timeout = Math.max(0, deadline - Date.now());
    instance = await settled(dcs, { id, name: inputs.name, what: "to be running", timeout });
    ({ state, fixed, answered } = await compare(dcs, instance, inputs));
  }
  if (isWreck(instance.status) && !fixed.some((name) => answered.includes(name))) return state;
  if (fixed.length === 0) return state;
  throw new Error(unlike(id, state, inputs, fixed));
}

const unlike = (id: string, state: InstanceOutputs, inputs: InstanceInputs, fixed: readonly ArgumentName[]): string =>
  `instance ${id} cannot be taken over as "${inputs.name}", as it differs in what is fixed at creation: ${differences(state, inputs, fixed)}. Declare what it is, or leave it alone and choose another name`;

/** What stands in the way of taking an instance over, as far as it shows now. */
export async function obstacle(dcs: DcsClient, id: string, inputs: InstanceInputs): Promise<string | undefined> {
  const instance = await found(dcs, id, {}).catch((error) => {
    if (isNotFound(error)) return error.message;
    throw error;
  });
  if (typeof instance === "string") return instance;
  const { state, fixed, answered } = await compare(dcs, instance, inputs);
  const differing = fixed.filter((name) => answered.includes(name));
  return differing.length > 0 ? unlike(id, state, inputs, differing) : undefined;
}
