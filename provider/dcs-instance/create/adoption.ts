import type { CallOptions } from "../../client/dcs-client";
import { isNotFound } from "../../client/dcs-errors";
import { reworded } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Values } from "../../resource/describe/argument";
import type { Operations } from "../../resource/describe/operations";
import { classOf, isFailedCreate } from "../../resource/describe/statuses";
import { hasUnknown } from "../../resource/describe/unknown";
import { noticeLines, shown } from "../../resource/diff/announcements";
import { difference } from "../../resource/diff/difference";
import { readInstance } from "../api/instances";
import { STATUSES } from "../api/statuses";
import type { Instance } from "../api/types";
import { ARGUMENT_NAMES, INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { withImplied } from "../conversion/implied";
import { readState } from "../conversion/read-state";
import { asValues } from "../values/as-values";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../values/types";
import { describeInstance } from "./name-conflict";

const DESCRIBED = { noun: "cache", arguments: INSTANCE_ARGUMENTS };

const isUnanswered = (value: unknown): boolean =>
  value === undefined ||
  value === "" ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** An existing instance compared with the declaration. */
export interface Comparison {
  readonly state: InstanceOutputs;
  /** Arguments that are fixed at creation and differ. */
  readonly fixed: readonly string[];
  /** Arguments that differ and can be changed in place. */
  readonly modified: readonly string[];
  /** Arguments that differ and that the answer contains. The answer for a new instance may be incomplete. */
  readonly answered: readonly string[];
}

const concerning = (seen: Values, inputs: Values): Values =>
  Object.fromEntries(
    ARGUMENT_NAMES.flatMap((name) => {
      const { concerns } = INSTANCE_ARGUMENTS[name];
      return concerns && inputs[name] !== undefined ? [[name, concerns(seen[name], inputs[name])]] : [];
    }),
  );

/**
 * Compares an instance with the declaration.
 *
 * @param declaredOnly True: an argument that is not declared may have any value. False: it must have its default.
 */
export async function compare(
  dcs: RunClient,
  instance: Instance,
  inputs: InstanceInputs,
  declaredOnly: boolean,
): Promise<Comparison> {
  const seen = await readState(dcs, {}, instance, Object.keys(withImplied(asValues(inputs))));
  // The service never returns these, so they count as declared.
  const state = {
    ...seen,
    ...concerning(asValues(seen), asValues(inputs)),
    password: inputs.password,
    renameCommands: inputs.renameCommands,
    templateId: inputs.templateId,
  };
  const { replaced, modified } = difference(INSTANCE_ARGUMENTS, asValues(state), withImplied(asValues(inputs)), {
    declared: new Set(declaredOnly ? [] : ARGUMENT_NAMES),
    values: asValues(state),
  });
  const answered = [...replaced, ...modified].filter((name) => !isUnanswered(asValues(state)[name]));
  return { state, fixed: replaced, modified, answered };
}

export const differences = (state: InstanceOutputs, inputs: InstanceInputs, names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `${name} is ${JSON.stringify(asValues(state)[name]) ?? "(not set)"}, the program declares ${JSON.stringify(withImplied(asValues(inputs))[name])}`,
    )
    .join("; ");

async function found(dcs: RunClient, id: string, options: CallOptions): Promise<Instance> {
  try {
    return await readInstance(dcs, id, options);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const remedy = "set adoptInstanceId to the id of an instance in this project and region, or leave it out";
    throw reworded(error, { purpose: `take over the instance ${id}`, remedy });
  }
}

/** Arguments that the service never returns, as messages call them. */
const UNREADABLE: Readonly<Partial<Record<ArgumentName, string>>> = {
  password: "password",
  renameCommands: "renamed commands",
};

/** What a take-over of the instance will do, in lines for people. */
function takeOverLines(instance: Instance, inputs: InstanceInputs, { state, modified }: Comparison): string[] {
  const cache = `cache "${inputs.name}"`;
  if (isFailedCreate(STATUSES, instance.status)) {
    return [`${cache}: instance ${describeInstance(instance)} was never created; it is removed and created anew`];
  }
  const changes = modified.map(
    (name) =>
      `${name} ${shown(DESCRIBED, name, asValues(state)[name])} -> ${shown(DESCRIBED, name, withImplied(asValues(inputs))[name])}`,
  );
  const unreadable = ARGUMENT_NAMES.filter((name) => inputs[name] !== undefined).flatMap(
    (name) => UNREADABLE[name] ?? [],
  );
  const effects = noticeLines(
    DESCRIBED,
    { ...asValues(state), name: inputs.name },
    withImplied(asValues(inputs)),
    modified,
  );
  return [
    `${cache} takes over instance ${describeInstance(instance)} and changes ${changes.length > 0 ? changes.join(", ") : "nothing"}`,
    ...effects,
    ...(unreadable.length > 0
      ? [
          `${cache}: the service never shows the ${unreadable.join(" and the ")} of an instance, so what the program declares must be what instance ${instance.instance_id} has. The take-over does not change it; a different value declared after it is set in place`,
        ]
      : []),
  ];
}

/** The state of an existing instance. Throws a list of differences unless everything fixed at creation is as declared. */
export async function takeOver(
  operations: Operations<Instance>,
  dcs: RunClient,
  id: string,
  inputs: InstanceInputs,
  deadline = Number.POSITIVE_INFINITY,
): Promise<InstanceOutputs> {
  let instance = await found(dcs, id, Number.isFinite(deadline) ? { deadline } : {});
  let comparison = await compare(dcs, instance, inputs, true);
  let { fixed, answered } = comparison;
  if (
    fixed.length > 0 &&
    !fixed.some((name) => answered.includes(name)) &&
    classOf(STATUSES, instance.status) === "transitional"
  ) {
    const timeout = Math.max(0, deadline - Date.now());
    const label = `cache "${inputs.name}" (${id})`;
    instance = await operations.waitUntilServing({ id, label, what: "to be running", timeout });
    comparison = await compare(dcs, instance, inputs, true);
    ({ fixed, answered } = comparison);
  }
  const isEqual = isFailedCreate(STATUSES, instance.status)
    ? !fixed.some((name) => answered.includes(name))
    : fixed.length === 0;
  if (!isEqual) throw new Error(takeOverRefusal(id, comparison.state, inputs, fixed));
  for (const line of takeOverLines(instance, inputs, comparison)) dcs.run.logOnce(line);
  return comparison.state;
}

const takeOverRefusal = (
  id: string,
  state: InstanceOutputs,
  inputs: InstanceInputs,
  fixed: readonly string[],
): string =>
  `instance ${id} cannot be taken over as "${inputs.name}", as it differs in what is fixed at creation: ${differences(state, inputs, fixed)}. Declare what it is, or leave it alone and choose another name`;

/** What prevents a take-over, as far as preview can see it, or what the take-over will do. */
export async function previewTakeOver(
  dcs: RunClient,
  id: string,
  inputs: InstanceInputs,
): Promise<{ readonly obstacle: string } | { readonly lines: readonly string[] }> {
  const instance = await found(dcs, id, {}).catch((error) => {
    if (isNotFound(error)) return error.message;
    throw error;
  });
  if (typeof instance === "string") return { obstacle: instance };
  const comparison = await compare(dcs, instance, inputs, true);
  // The answer for a new instance may be incomplete.
  const isTransitional = classOf(STATUSES, instance.status) === "transitional";
  const differing = comparison.fixed.filter(
    (name) => (!isTransitional || comparison.answered.includes(name)) && !hasUnknown(asValues(inputs)[name]),
  );
  return differing.length > 0
    ? { obstacle: takeOverRefusal(id, comparison.state, inputs, differing) }
    : { lines: takeOverLines(instance, inputs, comparison) };
}
