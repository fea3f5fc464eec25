import type { dynamic } from "@pulumi/pulumi";
import { noteHeld } from "../instance/claims";
import { create as createInstance } from "../instance/create";
import { difference, driftLines, noticeLines, replacementLines, undeclaredDrift } from "../instance/diff";
import { isLeftover } from "../instance/interrupted";
import { nameInTheWay } from "../instance/name-left";
import { read as readInstance } from "../instance/read";
import { remove } from "../instance/remove";
import { isBeingCreated } from "../instance/statuses";
import { tell } from "../instance/tell";
import type { InstanceInputs, InstanceOutputs } from "../instance/types";
import { update as updateInstance } from "../instance/update";
import { timeoutOf } from "../instance/wait-policy";
import { checkInstance } from "./check";
import { clientFor, configuration, remember } from "./context";
import { declaredIn, withDeclared } from "./declared";
import { watchEngine } from "./engine";
import { guarded, own, type Props } from "./guard";
import { maybeWithOldConfig, noteProgram } from "./old-config";
import { changingInstances, noteChanging } from "./replacements";

/*
 * What every user's state calls, for ever: these seven names in this module. A resource made years ago reaches today's
 * code through them.
 */

const inputsOf = (props: Props): InstanceInputs => own(props) as unknown as InstanceInputs;
const stateOf = (props: Props): InstanceOutputs => own(props) as unknown as InstanceOutputs;
const runtimeOf = ({ __provider }: Props): Props => (__provider === undefined ? {} : { __provider });

const placeOf = ({ region, projectId }: InstanceInputs) => ({ region, projectId });

/** Stores the stack's configuration. */
export function configure({ config }: dynamic.ConfigureRequest): Promise<void> {
  remember(config);
  return Promise.resolve();
}

/** Reports everything that is wrong, and fills in defaults. */
export function check(olds: Props, news: Props): Promise<dynamic.CheckResult> {
  noteProgram();
  return guarded({}, async () => {
    const { inputs, failures } = await checkInstance(own(olds), own(news));
    return { inputs, failures };
  });
}

// The old cache is deleted before the new one is ordered: a name that is taken must be known before.
async function refuseIfTaken(declared: InstanceInputs): Promise<void> {
  const { settings } = configuration(declared);
  if (!settings.liveChecks || (declared.onNameConflict ?? settings.onNameConflict) !== "fail") return;
  const reason = await nameInTheWay(() => clientFor(declared), declared.name, changingInstances);
  if (reason) throw new Error(reason);
}

const justRead = new Set<string>();

/** Decides between no change, an update in place and a replacement. */
export function diff(id: string, olds: Props, news: Props): Promise<dynamic.DiffResult> {
  return guarded({}, async () => {
    const state = stateOf(olds);
    const declared = inputsOf(news);
    const { modified, replaced, recorded } = difference(state, declared);
    // A wreck that could not be removed will never serve.
    const wreck = (await isLeftover(() => clientFor(state), id, state)) ? ["status"] : [];
    if (wreck.length > 0) tell(`cache "${state.name}" (${id}) was never created; what is left of it is replaced`);
    for (const line of replacementLines(state, declared, replaced)) tell(line);
    if (replaced.length === 0) for (const line of noticeLines(state, declared, modified)) tell(line);
    const replaces = [...replaced, ...wreck];
    // A refresh has made the engine forget that its creation is not over: its address is not known yet.
    const unfinished = isBeingCreated(state.status);
    const changes = unfinished || replaces.length + modified.length + recorded.length > 0;
    if (changes) noteChanging(id);
    if (replaces.length > 0) await refuseIfTaken(declared);
    // A refresh compares as well, also for a resource that the program names differently by now.
    if (replaces.length === 0 && !justRead.delete(id)) noteHeld(id, state.name);
    return {
      changes,
      replaces,
      // Also for a replacement that the program asks for: the old one must give way to one of the same name.
      deleteBeforeReplace: changes && !modified.includes("name"),
    };
  });
}

/** Creates the instance, or takes over an existing one. */
export function create(inputs: Props): Promise<dynamic.CreateResult> {
  const kept = { ...runtimeOf(inputs), ...withDeclared(own(inputs)) };
  return guarded(kept, async () => {
    const declared = inputsOf(inputs);
    const { id, outputs } = await createInstance(clientFor(declared), declared, {
      onNameConflict: declared.onNameConflict ?? configuration(declared).settings.onNameConflict,
      replacing: changingInstances,
      stillWanted: await watchEngine(),
    });
    return { id, outs: { ...outputs, ...withDeclared(declared) } };
  });
}

/** Reads the instance for `refresh` and `get`; no id means that it is gone. */
export function read(id: string, props: Props): Promise<dynamic.ReadResult> {
  return guarded({}, async () => {
    const state = stateOf(props);
    const outputs = await maybeWithOldConfig(state, () => readInstance(clientFor(state), id, declaredIn(props, state)));
    if (!outputs) return {};
    justRead.add(id);
    const declared = declaredIn(props, outputs);
    for (const line of driftLines(state, outputs)) tell(line);
    return {
      id,
      inputs: { ...declared, ...undeclaredDrift(outputs, declared), ...runtimeOf(props) },
      props: { ...outputs, ...withDeclared(declared), ...runtimeOf(props) },
    };
  });
}

/** Changes the instance in place, or goes on waiting for one whose creation was interrupted. */
export function update(id: string, olds: Props, news: Props): Promise<dynamic.UpdateResult> {
  return guarded({ ...runtimeOf(news), ...withDeclared(own(olds)) }, async () => {
    const declared = inputsOf(news);
    const state = stateOf(olds);
    const outputs = await updateInstance(clientFor({ ...declared, ...placeOf(state) }), id, state, declared);
    return { outs: { ...outputs, ...withDeclared(declared) } };
  });
}

/** Deletes the instance and waits until it is gone. */
const deleteInstance = (id: string, props: Props): Promise<void> =>
  guarded({}, async () => {
    const state = stateOf(props);
    noteChanging(id);
    const timeout = timeoutOf("delete", state.customTimeouts?.delete);
    await maybeWithOldConfig(state, () => remove(clientFor(state), id, state.name, timeout));
  });

export { deleteInstance as delete };
