import { isAmbiguous } from "../api/errors";
import { createInstance } from "../api/instances";
import type { Requester } from "../api/requester";
import { toCreateRequest } from "./model";
import { conflictMessage, instancesNamed, takeOver } from "./named";
import { observe } from "./observe";
import { messageOf, PartialFailure } from "./partial-failure";
import { remove } from "./remove";
import { resolve } from "./resolve";
import { InstanceFailed, settled } from "./settle";
import { classOf } from "./statuses";
import type { InstanceInputs, InstanceOutputs } from "./types";
import { update } from "./update";
import { DEFAULT_TIMEOUTS, spoken, timeoutOf } from "./wait-policy";

export interface Created {
  readonly id: string;
  readonly outputs: InstanceOutputs;
}

export interface CreateOptions {
  readonly onNameConflict: "fail" | "adopt";
  /** Ids of instances this run replaces: their bearing the name is no conflict. */
  readonly replacing: ReadonlySet<string>;
}

async function adopted(dcs: Requester, id: string, inputs: InstanceInputs): Promise<Created> {
  const state = await takeOver(dcs, id, inputs);
  return { id, outputs: await update(dcs, id, state, inputs) };
}

/** Creates the cache and waits until it serves; see `DcsInstanceArgs` for what is created. */
export async function create(dcs: Requester, inputs: InstanceInputs, options: CreateOptions): Promise<Created> {
  // What was taken over once and is replaced now is gone, or about to go: a new one is wanted in its place.
  const { adoptInstanceId } = inputs;
  if (adoptInstanceId && !options.replacing.has(adoptInstanceId)) return adopted(dcs, adoptInstanceId, inputs);
  const before = await instancesNamed(dcs, inputs.name);
  const blocking = before.filter(({ instance_id }) => !options.replacing.has(instance_id));
  const [first, second] = blocking;
  if (first) {
    if (options.onNameConflict === "adopt" && !second) return adopted(dcs, first.instance_id, inputs);
    throw new Error(conflictMessage(inputs.name, blocking));
  }
  const id = await order(dcs, inputs, new Set(before.map(({ instance_id }) => instance_id)));
  return { id, outputs: await brought(dcs, id, inputs) };
}

async function order(dcs: Requester, inputs: InstanceInputs, before: ReadonlySet<string>): Promise<string> {
  const body = toCreateRequest(inputs, await resolve(dcs, inputs));
  try {
    const id = await createInstance(dcs, body);
    if (id) return id;
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    return fateOf(dcs, inputs, before, messageOf(error));
  }
  return fateOf(dcs, inputs, before, "the service answered without an instance id");
}

const FATE_WITHIN = 60_000;

// The order may have been carried out though its answer was lost. A second order could make a second instance.
async function fateOf(
  dcs: Requester,
  inputs: InstanceInputs,
  before: ReadonlySet<string>,
  why: string,
): Promise<string> {
  const deadline = Date.now() + FATE_WITHIN;
  for (;;) {
    const fresh = await instancesNamed(dcs, inputs.name)
      .then((all) => all.filter(({ instance_id }) => !before.has(instance_id)))
      .catch(() => []);
    const [one, another] = fresh;
    if (another) {
      throw new Error(`${why}; since then ${conflictMessage(inputs.name, fresh)}`);
    }
    if (one) return one.instance_id;
    if (Date.now() >= deadline) break;
    await new Promise((wake) => setTimeout(wake, 2_000));
  }
  throw new Error(
    `${why}. It is not known whether the service carried the order out; no instance named "${inputs.name}" appeared within ${spoken(FATE_WITHIN)}. Nothing was ordered twice: run \`pulumi up\` again, which looks for it first`,
  );
}

async function brought(dcs: Requester, id: string, inputs: InstanceInputs): Promise<InstanceOutputs> {
  const timeout = timeoutOf("create", inputs.customTimeouts?.create);
  const place = { region: dcs.region, projectId: await dcs.projectId().catch(() => inputs.projectId) };
  try {
    const instance = await settled(dcs, { id, name: inputs.name, what: "to be created", timeout });
    return await observe(dcs, inputs, instance);
  } catch (error) {
    if (error instanceof InstanceFailed && classOf(error.status) === "failed")
      await cleared(dcs, id, inputs, error, place);
    throw new PartialFailure(
      id,
      { ...inputs, ...place, status: "CREATING" },
      `${messageOf(error)}. Its id is kept: run \`pulumi up\` again to go on waiting`,
    );
  }
}

// A wreck costs money and blocks the name; only if it cannot be removed does its id stay in state.
async function cleared(
  dcs: Requester,
  id: string,
  inputs: InstanceInputs,
  failure: InstanceFailed,
  place: object,
): Promise<never> {
  try {
    await remove(dcs, id, inputs.name, DEFAULT_TIMEOUTS.delete);
  } catch (error) {
    throw new PartialFailure(
      id,
      { ...inputs, ...place, status: "CREATEFAILED" },
      `${failure.message}. Removing what was left of it failed: ${messageOf(error)}. The id is kept: the next \`pulumi up\` replaces it`,
    );
  }
  throw new Error(`${failure.message}. What was left of it has been removed; run \`pulumi up\` again to start afresh`);
}
