import type { CallOptions, DcsClient } from "../client/dcs-client";
import { isNotFound } from "../client/dcs-errors";
import { reworded } from "../http/errors/api-error";
import { shown } from "./announcements";
import { readInstance } from "./api/instances";
import type { Instance, InstanceSummary } from "./api/types";
import { ARGUMENTS } from "./changes";
import { difference, withImplied } from "./diff";
import { observe } from "./observe";
import { settled } from "./settle";
import { classOf, isWreck } from "./statuses";
import { tellOnce } from "./tell";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";
import { hasUnknown } from "./unknown";

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
  /** Arguments that differ and can be changed in place. */
  readonly modified: readonly ArgumentName[];
  /** Arguments that differ and that the service has spoken of; a fresh instance does not answer all at once. */
  readonly answered: readonly ArgumentName[];
}

/**
 * Compares an instance with the declaration.
 *
 * @param declaredOnly True: an argument that is not declared may have any value. False: it must have its default.
 */
export async function compare(
  dcs: DcsClient,
  instance: Instance,
  inputs: InstanceInputs,
  declaredOnly: boolean,
): Promise<Comparison> {
  const seen = await observe(dcs, {}, instance);
  // The service never returns these: the declaration is all there is to compare with.
  const state = { ...seen, password: inputs.password, renameCommands: inputs.renameCommands };
  const { replaced, modified } = difference(state, inputs, {
    declared: new Set(declaredOnly ? [] : ARGUMENTS),
    values: state,
  });
  const answered = [...replaced, ...modified].filter((name) => !isUnanswered(state[name]));
  return { state, fixed: replaced, modified, answered };
}

export const differences = (state: InstanceOutputs, inputs: InstanceInputs, names: readonly ArgumentName[]): string =>
  names
    .map(
      (name) => `${name} is ${JSON.stringify(state[name])}, declared is ${JSON.stringify(withImplied(inputs)[name])}`,
    )
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

/** Arguments that the service never answers, as people call them. */
const UNREADABLE: Readonly<Partial<Record<ArgumentName, string>>> = {
  password: "password",
  renameCommands: "renamed commands",
};

/** What taking the instance over comes to, in lines for people. */
function takeOverLines(instance: Instance, inputs: InstanceInputs, { state, modified }: Comparison): string[] {
  const cache = `cache "${inputs.name}"`;
  if (isWreck(instance.status)) {
    return [`${cache}: instance ${described(instance)} was never created; it is removed and created anew`];
  }
  const changes = modified.map(
    (name) => `${name} ${shown(name, state[name])} -> ${shown(name, withImplied(inputs)[name])}`,
  );
  const unreadable = ARGUMENTS.filter((name) => inputs[name] !== undefined).flatMap((name) => UNREADABLE[name] ?? []);
  return [
    `${cache} takes over instance ${described(instance)} and changes ${changes.length > 0 ? changes.join(", ") : "nothing"}`,
    ...(unreadable.length > 0
      ? [
          `${cache}: the service never shows the ${unreadable.join(" and the ")} of an instance, so what the program declares must be what instance ${instance.instance_id} has`,
        ]
      : []),
  ];
}

/** An existing instance, provided that everything fixed at creation is as declared; otherwise the list of differences. */
export async function takeOver(
  dcs: DcsClient,
  id: string,
  inputs: InstanceInputs,
  deadline = Number.POSITIVE_INFINITY,
): Promise<InstanceOutputs> {
  let instance = await found(dcs, id, Number.isFinite(deadline) ? { deadline } : {});
  let comparison = await compare(dcs, instance, inputs, true);
  let { fixed, answered } = comparison;
  if (fixed.length > 0 && !fixed.some((name) => answered.includes(name)) && classOf(instance.status) === "passing") {
    const timeout = Math.max(0, deadline - Date.now());
    instance = await settled(dcs, { id, name: inputs.name, what: "to be running", timeout });
    comparison = await compare(dcs, instance, inputs, true);
    ({ fixed, answered } = comparison);
  }
  const isEqual = isWreck(instance.status) ? !fixed.some((name) => answered.includes(name)) : fixed.length === 0;
  if (!isEqual) throw new Error(unlike(id, comparison.state, inputs, fixed));
  for (const line of takeOverLines(instance, inputs, comparison)) tellOnce(line);
  return comparison.state;
}

const unlike = (id: string, state: InstanceOutputs, inputs: InstanceInputs, fixed: readonly ArgumentName[]): string =>
  `instance ${id} cannot be taken over as "${inputs.name}", as it differs in what is fixed at creation: ${differences(state, inputs, fixed)}. Declare what it is, or leave it alone and choose another name`;

/** What stands in the way of taking an instance over, as far as it shows now, or what taking it over comes to. */
export async function previewTakeOver(
  dcs: DcsClient,
  id: string,
  inputs: InstanceInputs,
): Promise<{ readonly obstacle: string } | { readonly lines: readonly string[] }> {
  const instance = await found(dcs, id, {}).catch((error) => {
    if (isNotFound(error)) return error.message;
    throw error;
  });
  if (typeof instance === "string") return { obstacle: instance };
  const comparison = await compare(dcs, instance, inputs, true);
  const differing = comparison.fixed.filter((name) => comparison.answered.includes(name) && !hasUnknown(inputs[name]));
  return differing.length > 0
    ? { obstacle: unlike(id, comparison.state, inputs, differing) }
    : { lines: takeOverLines(instance, inputs, comparison) };
}
