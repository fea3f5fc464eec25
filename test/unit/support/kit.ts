import type { Instance } from "../../../provider/dcs-instance/api/types";
import { create as createInstance } from "../../../provider/dcs-instance/create/create";
import { dcsInstance } from "../../../provider/dcs-instance/resource";
import { asValues } from "../../../provider/dcs-instance/values/as-values";
import type { InstanceInputs, InstanceOutputs } from "../../../provider/dcs-instance/values/types";
import type { RunClient } from "../../../provider/process/configuration";
import { remove as removeResource } from "../../../provider/resource/change/delete";
import { operationsOf } from "../../../provider/resource/change/operations";
import { update as updateResource } from "../../../provider/resource/change/update";
import { validate as validateAgainst } from "../../../provider/resource/check/validate";
import type { Arguments, Values } from "../../../provider/resource/describe/argument";
import type { Before } from "../../../provider/resource/describe/before";
import type { Operations } from "../../../provider/resource/describe/operations";
import { labelOf, type ResourceType } from "../../../provider/resource/describe/resource-type";
import type { Wait } from "../../../provider/resource/describe/wait";
import { difference as differenceIn } from "../../../provider/resource/diff/difference";
import { methodsOf } from "../../../provider/resource/methods";
import { withDeclared } from "../../../provider/resource/state/declared";
import { waitUntilServing as waitUntilResourceServes } from "../../../provider/resource/wait/wait-until-serving";
import { waitUntil as waitUntilArrived } from "../../../provider/resource/wait/waiter";

/*
 * The kit on the type of instances, with the signatures that the suites read best with: a client, an id, the state, the
 * declaration.
 */

const { calls, implied = (declared: Values) => declared } = dcsInstance;

/** A type with its arguments as a table of any names. */
export const ARGUMENTS: Arguments = dcsInstance.arguments;

/** The type of instances as one place has it, whatever the values say of theirs. */
export const instancesOf = (dcs: RunClient): ResourceType<RunClient, Instance> => ({
  ...dcsInstance,
  connect: () => dcs,
});

/** What the kit does for a create of these inputs. */
export const operations = (dcs: RunClient, inputs: InstanceInputs): Operations<Instance> =>
  operationsOf(dcsInstance, dcs.run, dcs, asValues(inputs));

interface CreateOptions {
  readonly onNameConflict?: "fail" | "adopt";
  /** Ids of the instances that this run replaces. */
  readonly replacing?: readonly string[];
}

export function create(dcs: RunClient, inputs: InstanceInputs, options: CreateOptions = {}) {
  const { onNameConflict = "fail", replacing = [] } = options;
  const given = operations(dcs, inputs);
  for (const id of replacing) given.ownership.changing.add(id);
  const { limit } = given;
  return createInstance({ operations: given, dcs, inputs, onNameConflict, limit, deadline: Date.now() + limit });
}

export const update = (
  dcs: RunClient,
  id: string,
  state: InstanceOutputs,
  declared: InstanceInputs,
  before: Before,
): Promise<Values> =>
  updateResource(dcsInstance, dcs.run, dcs, { id, state: asValues(state), declared: asValues(declared), before });

/** @param timeout Milliseconds. */
export const remove = (dcs: RunClient, id: string, name: string, timeout: number): Promise<void> =>
  removeResource(dcsInstance, dcs.run, dcs, id, { name, customTimeouts: { delete: `${timeout}ms` } });

/**
 * The state that a refresh finds; nothing when the instance is gone.
 *
 * @param state What was known before. Default: just what is declared.
 */
export async function read(
  dcs: RunClient,
  id: string,
  declared: object,
  state: object = declared,
): Promise<Values | undefined> {
  const props = { ...state, ...withDeclared(ARGUMENTS, asValues(declared), asValues(state)) };
  return (await methodsOf(instancesOf(dcs)).read(id, props)).props;
}

/** A wait for the cache of a name. */
export type NamedWait = Omit<Wait, "label"> & { readonly name: string };

const labelled = <T extends { readonly id: string; readonly name: string }>({ name, ...wait }: T) => ({
  ...wait,
  label: labelOf(dcsInstance, { name }, wait.id),
});

export const waitUntil = (dcs: RunClient, wait: NamedWait): Promise<void> =>
  waitUntilArrived(dcs.run, calls, dcs, labelled(wait));

export const waitUntilServing = (dcs: RunClient, wait: Omit<NamedWait, "arrived">): Promise<Instance> =>
  waitUntilResourceServes(dcsInstance, dcs.run, dcs, labelled(wait));

export const validate = (inputs: object) => validateAgainst(dcsInstance.schema, asValues(inputs));

export const difference = (state: object, declared: object, before: Before) =>
  differenceIn(ARGUMENTS, asValues(state), implied(asValues(declared)), before);
