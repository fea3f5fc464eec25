import type { CallOptions } from "../../client/dcs-client";
import { isNameTaken } from "../../client/dcs-errors";
import { type ApiError, isAmbiguous } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Operations } from "../../resource/describe/operations";
import type { Created } from "../../resource/describe/resource-type";
import { isFailedCreate, isLeaving } from "../../resource/describe/statuses";
import { createInstanceV2 } from "../api/change/create-v2";
import { createInstance } from "../api/instances";
import { STATUSES } from "../api/statuses";
import type { Instance, InstanceSummary } from "../api/types";
import { toCreateRequest } from "../conversion/create-request";
import { isCreatedByV2, toCreateRequestV2 } from "../conversion/create-request-v2";
import { asValues } from "../values/as-values";
import type { InstanceInputs } from "../values/types";
import { takeOver } from "./adoption";
import { findByName } from "./find-by-name";
import { findCreatedInstance } from "./find-created";
import { conflictMessage } from "./name-conflict";
import { resolve } from "./resolve";

/** What one create works with. */
export interface Creation {
  readonly operations: Operations<Instance>;
  readonly dcs: RunClient;
  readonly inputs: InstanceInputs;
  readonly onNameConflict: "fail" | "adopt";
  /** Called right before the order is sent. Throws if nobody would record the order. */
  readonly stillWanted?: () => Promise<void>;
  /** Milliseconds that the whole create may take. */
  readonly limit: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * Creates the cache and waits until it serves: finds instances of the name, resolves a conflict, sends the one order,
 * finds the created instance, waits. An instance that is taken over needs no order.
 */
export const create = (creation: Creation): Promise<Created> =>
  creation.operations.ownership.holdName(creation.dcs, "cache", creation.inputs.name, async () => {
    const named = await adoptById(creation);
    if (named) return named;
    const before = await waitForDeletions(creation, await findNamed(creation));
    const adopted = await resolveNameConflict(creation, before);
    if (adopted) return adopted;
    const sent = await sendCreate(creation, before);
    return typeof sent === "string" ? waitUntilRunning(creation, sent) : sent;
  });

const findNamed = ({ dcs, inputs, deadline }: Creation) => findByName(dcs, inputs.name, { deadline });

async function adoptById(creation: Creation): Promise<Created | undefined> {
  const { adoptInstanceId } = creation.inputs;
  // If this run replaces the instance that was taken over earlier, a new one is wanted in its place.
  if (!adoptInstanceId || creation.operations.ownership.changing.has(adoptInstanceId)) return undefined;
  return adopt(creation, adoptInstanceId);
}

// An instance that is being deleted, perhaps since an interrupted run, blocks the name only for a while.
async function waitForDeletions(creation: Creation, named: InstanceSummary[]): Promise<InstanceSummary[]> {
  const { operations, inputs, deadline, limit } = creation;
  const leaving = named.filter(({ status }) => isLeaving(STATUSES, status));
  if (leaving.length === 0) return named;
  const gone = leaving.map(({ instance_id: id }) => {
    const label = `cache "${inputs.name}" (${id})`;
    const what = "to be gone, so that its name is free";
    const timeout = Math.max(0, deadline - Date.now());
    return operations.waitUntil({ id, label, what, timeout, limit, arrived: (seen) => seen === undefined });
  });
  await Promise.all(gone);
  return findNamed(creation);
}

/** Takes over the instance that has the name, if that is wanted; `undefined` if the name is free. */
async function resolveNameConflict(
  creation: Creation,
  named: readonly InstanceSummary[],
): Promise<Created | undefined> {
  const { changing } = creation.operations.ownership;
  const blocking = named.filter(({ instance_id }) => !changing.has(instance_id));
  const [first, second] = blocking;
  if (!first) return undefined;
  if (creation.onNameConflict === "adopt" && !second) return adopt(creation, first.instance_id);
  throw new Error(conflictMessage(creation.inputs.name, blocking));
}

/** Takes the instance over. If a failed create left it, it is removed instead, and the answer is `undefined`. */
async function adopt({ operations, dcs, inputs, deadline }: Creation, id: string): Promise<Created | undefined> {
  const { ownership } = operations;
  const declared = asValues(inputs);
  ownership.claim("cache", id, declared);
  try {
    const found = asValues(await takeOver(operations, dcs, id, inputs, deadline));
    if (isFailedCreate(STATUSES, found.status)) {
      await operations.deleteUntilGone(id, declared);
      ownership.release(id);
      return undefined;
    }
    ownership.noteAdopted(id);
    const before = { declared: new Set<string>(), values: found };
    return { id, state: await operations.update({ id, state: found, declared, before }) };
  } catch (error) {
    if (!ownership.isAdopted(id)) ownership.release(id);
    throw error;
  }
}

/** Sends the one order. Returns the id of the new instance, or the instance that had the name and was taken over. */
async function sendCreate(creation: Creation, named: readonly InstanceSummary[]): Promise<string | Created> {
  const { dcs, inputs, deadline, limit, stillWanted } = creation;
  const order = await orderOf(creation);
  const before = new Set(named.map(({ instance_id }) => instance_id));
  const sentAt = Date.now();
  let failure: unknown;
  try {
    const id = await order({ deadline, beforeTry: stillWanted });
    if (id) return id;
  } catch (error) {
    if (isNameTaken(error)) return retryNameConflict(creation, error);
    if (!isAmbiguous(error)) throw error;
    failure = error;
  }
  return findCreatedInstance(dcs, { inputs, before, sentAt, failure, limit });
}

/** The one order, by the version of the API that can create such an instance. */
async function orderOf({ dcs, inputs }: Creation): Promise<(options: CallOptions) => Promise<string | undefined>> {
  const resolved = await resolve(dcs, inputs);
  if (isCreatedByV2(inputs)) {
    const body = toCreateRequestV2(inputs, resolved);
    return (options) => createInstanceV2(dcs, body, options);
  }
  const body = toCreateRequest(inputs, resolved);
  return (options) => createInstance(dcs, body, options);
}

// The list may be out of date: the service knows an instance that the list did not show.
async function retryNameConflict(creation: Creation, refusal: ApiError): Promise<Created> {
  const adopted = await resolveNameConflict(creation, await findNamed(creation));
  if (adopted) return adopted;
  throw refusal;
}

async function waitUntilRunning({ operations, inputs, deadline, limit }: Creation, id: string): Promise<Created> {
  const declared = asValues(inputs);
  operations.ownership.claim("cache", id, declared);
  return { id, state: await operations.waitUntilCreated(id, declared, { deadline, limit }) };
}
