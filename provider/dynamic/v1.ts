import type { dynamic } from "@pulumi/pulumi";
import {
  deletionRefusal,
  driftLines,
  driftRefusal,
  noticeLines,
  replacementLines,
  replacementRefusal,
  spellingLines,
} from "../instance/announcements";
import { isAdopted, noteHeld } from "../instance/claims";
import { create as createInstance } from "../instance/create";
import { type Declared, difference } from "../instance/diff";
import { isLeftover } from "../instance/interrupted";
import { nameInTheWay } from "../instance/name-left";
import { read as readInstance } from "../instance/read";
import { remove } from "../instance/remove";
import { isBeingCreated, isWreck } from "../instance/statuses";
import { tell } from "../instance/tell";
import type { InstanceInputs, InstanceOutputs } from "../instance/types";
import { update as updateInstance } from "../instance/update";
import { timeoutOf } from "../instance/wait-policy";
import { checkInstance } from "./check";
import { clientFor, configuration, remember } from "./context";
import { beforeOf, declaredAsServed, lastDeclared, withBoth, withDeclared, withDrift } from "./declared";
import { watchEngine } from "./engine";
import { guarded, own, type Props } from "./guard";
import { maybeWithOldConfig, noteProgram } from "./old-config";
import { changingInstances, existsInStack, noteChanging } from "./replacements";

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

// A refresh compares as well, with what the program declared last. Nothing is going to happen then, so nothing is refused
// and nothing announced. The program's own inputs were checked before in this run.
const isOfRefresh = (id: string, declared: InstanceInputs): boolean => justRead.has(id) && !existsInStack(declared);

/** Decides between no change, an update in place and a replacement. */
export function diff(id: string, olds: Props, news: Props): Promise<dynamic.DiffResult> {
  return guarded({}, async () => {
    const state = stateOf(olds);
    const declared = inputsOf(news);
    const found = difference(state, declared, beforeOf(olds));
    // A wreck that could not be removed will never serve.
    const wreck = (await isLeftover(() => clientFor(state), id, state)) ? ["status"] : [];
    const replaces = [...found.replaced, ...wreck];
    // A refresh has made the engine forget that its creation is not over: its address is not known yet.
    const unfinished = isBeingCreated(state.status);
    const changes = unfinished || replaces.length + found.modified.length + found.recorded.length > 0;
    if (!isOfRefresh(id, declared)) {
      refuseReplacement(state, declared, found, wreck.length > 0);
      for (const line of changeLines(id, state, declared, found, wreck.length > 0)) tell(line);
      if (changes) noteChanging(id);
      if (replaces.length > 0) await refuseIfTaken(declared);
      else noteHeld(id, state.name);
    }
    return {
      changes,
      replaces,
      // Also for a replacement that the program asks for: the old one must give way to one of the same name.
      deleteBeforeReplace: changes && !found.modified.includes("name"),
    };
  });
}

type Found = ReturnType<typeof difference>;

/** Throws for a replacement that nobody asked for, and for one of a protected cache. What never served may go. */
function refuseReplacement(state: InstanceOutputs, declared: InstanceInputs, found: Found, isLost: boolean): void {
  const { replaced, drifted } = found;
  if (isLost || replaced.length === 0) return;
  if (state.deletionProtection || declared.deletionProtection)
    throw new Error(replacementRefusal(state.name, replaced));
  if (drifted.length === replaced.length && !declared.replaceOnDrift)
    throw new Error(driftRefusal(state, declared, drifted));
}

function changeLines(
  id: string,
  state: InstanceOutputs,
  declared: InstanceInputs,
  { replaced, modified, recorded }: Found,
  isLost: boolean,
): string[] {
  if (isLost) return [`cache "${state.name}" (${id}) was never created; what is left of it is replaced`];
  if (replaced.length > 0) return replacementLines(state, declared, replaced);
  if (modified.length + recorded.length === 0) return [];
  return [...noticeLines(state, declared, modified), ...spellingLines(state, declared)];
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
    const before = beforeOf(props);
    const declared = lastDeclared(before);
    const outputs = await maybeWithOldConfig(state, () => readInstance(clientFor(state), id, declared));
    if (!outputs) return gone(id, state);
    if (state.name !== undefined) justRead.add(id);
    for (const line of driftLines(state, outputs, before)) tell(line);
    return {
      id,
      inputs: { ...declaredAsServed(before, outputs), ...runtimeOf(props) },
      props: { ...outputs, ...withDrift(before, outputs), ...runtimeOf(props) },
    };
  });
}

// A resource that the program only reads has no state yet: an id that leads nowhere is a mistake there.
async function gone(id: string, state: Partial<InstanceOutputs>): Promise<dynamic.ReadResult> {
  const dcs = clientFor(state);
  const place = `project ${await dcs.projectId()}, region ${dcs.region}`;
  if (state.name === undefined) {
    throw new Error(
      `instance ${id} does not exist in ${place}: check the id, and region and project in the arguments or in the configuration`,
    );
  }
  tell(
    `cache "${state.name}" (${id}) does not exist any more in ${place}: it leaves the state, and the next \`pulumi up\` would create it anew`,
  );
  return {};
}

/** Changes the instance in place, or goes on waiting for one whose creation was interrupted. */
export function update(id: string, olds: Props, news: Props): Promise<dynamic.UpdateResult> {
  return guarded({ ...runtimeOf(news), ...withBoth(olds, own(news) as Declared) }, async () => {
    const declared = inputsOf(news);
    const state = stateOf(olds);
    const dcs = clientFor({ ...declared, ...placeOf(state) });
    const outputs = await updateInstance(dcs, id, state, declared, beforeOf(olds));
    return { outs: { ...outputs, ...withDeclared(declared) } };
  });
}

/** Deletes the instance and waits until it is gone. */
const deleteInstance = (id: string, props: Props): Promise<void> =>
  guarded({}, async () => {
    const state = stateOf(props);
    if (state.deletionProtection && !isAdopted(id) && !isWreck(state.status))
      throw new Error(deletionRefusal(state.name, id));
    noteChanging(id);
    const timeout = timeoutOf("delete", state.customTimeouts?.delete);
    await maybeWithOldConfig(state, () => remove(clientFor(state), id, state.name, timeout));
  });

export { deleteInstance as delete };
