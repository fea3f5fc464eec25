import type { dynamic } from "@pulumi/pulumi";
import { log } from "../process/log";
import { Run } from "../process/run";
import { remove } from "./change/delete";
import { operationsOf } from "./change/operations";
import { update } from "./change/update";
import { type Checked, check } from "./check/check";
import type { Values } from "./describe/argument";
import type { Before } from "./describe/before";
import { ownershipOf } from "./describe/ownership";
import { labelOf, type ResourceType } from "./describe/resource-type";
import { isFailedCreate } from "./describe/statuses";
import { driftLines } from "./diff/announcements";
import { type Decision, decide } from "./diff/decide";
import { deletionRefusal } from "./diff/refusals";
import {
  beforeOf,
  declaredAsServed,
  entryOf,
  lastDeclared,
  withBoth,
  withDeclared,
  withDrift,
  withEntry,
} from "./state/declared";
import { guarded, own, type Props, runtimeOf } from "./state/guard";
import { explainNotFound } from "./wait/get-status";

/** The methods of a dynamic provider, all of them. */
export interface Methods extends Required<dynamic.ResourceProvider> {
  check(...given: Parameters<Required<dynamic.ResourceProvider>["check"]>): Promise<Checked>;
  diff(...given: Parameters<Required<dynamic.ResourceProvider>["diff"]>): Promise<Decision>;
}

/** Makes the methods that Pulumi calls, from the description of a type. */
export function methodsOf<C extends object, L>(type: ResourceType<C, L>): Methods {
  let run = new Run({ get: () => undefined });

  const outsideProgram = <T>(state: Values, work: () => Promise<T>): Promise<T> =>
    type.outsideProgram ? type.outsideProgram(run, state, work) : work();

  return {
    /** Begins a run. It must not wait or throw: the runtime would continue without it. */
    configure({ config }) {
      run = new Run(config);
      return Promise.resolve();
    },

    /** Reports everything that is wrong, and fills in defaults. */
    check(olds: Props, news: Props) {
      run.programRan = true;
      return guarded(async () => ({ ...(await check(type, run, own(olds), own(news))) }));
    },

    /** Decides between no change, an update in place and a replacement. */
    diff: (id: string, olds: Props, news: Props) => guarded(() => decide(type, run, id, olds, own(news))),

    /** Creates the resource, or takes over an existing one. */
    create(inputs: Props) {
      const declared = own(inputs);
      const kept = (state: Props, id: string) => ({
        ...withDeclared(type.arguments, declared, own(state)),
        ...withEntry(ownershipOf(run).isAdopted(id) ? new Date().toISOString() : undefined),
      });
      const make = async () => {
        const service = type.connect(run, declared);
        const operations = operationsOf(type, run, service, declared);
        const { id, state } = await type.create(operations, service, declared);
        return { id, outs: { ...state, ...kept(state, id) } };
      };
      return guarded(make, (state, id) => ({ ...runtimeOf(inputs), ...kept(state, id) }));
    },

    /** Reads the resource for `refresh` and `get`. An answer without an id means that it is gone. */
    read(given: string, props: Props) {
      return guarded(async () => {
        const state = own(props);
        const before = beforeOf(props);
        const { id, at } = type.parseId?.(given) ?? { id: given, at: {} };
        const place = { ...at, ...state };
        const now = await outsideProgram(place, () => readState(type, run, id, place, before));
        if (!now && isKnown(state) && (await type.outlives?.(type.connect(run, state), state)))
          return { id, inputs: { ...declaredAsServed(before, state), ...runtimeOf(props) }, props };
        if (!now) return await reportGone(type, run, id, state, place, before.declared.size > 0);
        if (isKnown(state)) run.read.add(id);
        for (const line of driftLines(type, state, now, implied(type, before))) log(line);
        return {
          id,
          inputs: { ...declaredAsServed(before, now), ...runtimeOf(props) },
          props: {
            ...now,
            ...withDrift(type.arguments, before, now),
            ...withEntry(entryOf(props)),
            ...runtimeOf(props),
          },
        };
      });
    },

    /** Changes the resource in place, or continues an interrupted creation. */
    update(id: string, olds: Props, news: Props) {
      const declared = own(news);
      const make = async () => {
        const state = own(olds);
        const service = type.connect(run, { ...declared, ...state });
        const outs = await update(type, run, service, { id, state, declared, before: beforeOf(olds) });
        return { outs: { ...outs, ...withDeclared(type.arguments, declared, outs), ...withEntry(entryOf(olds)) } };
      };
      const kept = (state: Props) => ({
        ...withBoth(type.arguments, olds, declared, own(state)),
        ...withEntry(entryOf(olds)),
      });
      return guarded(make, (state) => ({ ...runtimeOf(news), ...kept(state) }));
    },

    /** Deletes the resource and waits until it is gone. */
    delete(id: string, props: Props) {
      return guarded(async () => {
        const state = own(props);
        const service = type.connect(run, state);
        const mine = ownershipOf(run);
        if (
          state.deletionProtection &&
          !mine.isElsewhere(id, entryOf(props)) &&
          !isFailedCreate(type.statuses, state.status)
        )
          throw new Error(deletionRefusal(type, state, id));
        mine.changing.add(id);
        await outsideProgram(state, () => remove(type, run, service, id, state, entryOf(props)));
      });
    },
  };
}

/** False for a resource that the program reads for the first time, with `get`. */
const isKnown = (state: Values): boolean => Object.keys(state).length > 0;

/** The same, with the arguments that the declaration implies. */
const implied = <C extends object, L>(type: ResourceType<C, L>, before: Before): Before => ({
  ...before,
  declared: new Set(Object.keys(type.implied?.(lastDeclared(before)) ?? lastDeclared(before))),
});

async function readState<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  id: string,
  state: Values,
  before: Before,
): Promise<Values | undefined> {
  const service = type.connect(run, state);
  try {
    // A resource that is read for the first time shows everything; a known one what it showed before.
    const asked = Object.keys(isKnown(state) ? state : type.arguments);
    return await type.toState(service, lastDeclared(before), await type.calls.read(service, id), asked);
  } catch (error) {
    if (await explainNotFound(type.calls, service, id, error)) throw error;
    return undefined;
  }
}

// A resource that the program reads for the first time has no state. If it does not exist, the id is wrong.
async function reportGone<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  id: string,
  state: Values,
  at: Values,
  isManaged: boolean,
): Promise<dynamic.ReadResult> {
  const place = await type.place?.(type.connect(run, at));
  const where = place === undefined ? "" : ` in ${place}`;
  if (!isKnown(state))
    throw new Error(
      `${labelOf(type, {}, id)} does not exist${where}: check the id${place ? ", and the place in the arguments or in the configuration" : ""}`,
    );
  log(
    `${labelOf(type, state, id)} does not exist any more${where}: it leaves the state, and the next \`pulumi up\` would ${isManaged ? "create it anew" : "fail"}`,
  );
  return {};
}
