import type { DcsClient } from "../client/dcs-client";
import { isBusy, isNotFound } from "../client/dcs-errors";
import { isAmbiguous, isThrottled, isTransient } from "../http/errors/api-error";
import { deleteInstance } from "./api/instances";
import { isAdopted } from "./claims";
import { look } from "./look";
import { messageOf } from "./partial-failure";
import { classOf, isLeaving } from "./statuses";
import { tell } from "./tell";
import { WaitTimeout, waitUntil } from "./wait";
import { DELETE_AGAIN } from "./wait-policy";

/** What an order to delete came to: accepted, perhaps, not possible right now, or nothing left to delete. */
type Outcome = { readonly how: "ordered" | "unclear" | "busy"; readonly failure?: unknown } | { readonly how: "gone" };

async function order(dcs: DcsClient, id: string, deadline: number, again: boolean): Promise<Outcome> {
  try {
    await deleteInstance(dcs, id, { deadline });
    return { how: "ordered" };
  } catch (failure) {
    if (isNotFound(failure)) return { how: "gone" };
    if (isBusy(failure)) return { how: "busy", failure };
    // Once the service was reached, a network that is away for a while is no reason to give up.
    if (isAmbiguous(failure) || (again && isTransient(failure) && !isThrottled(failure)))
      return { how: "unclear", failure };
    return refused(dcs, id, deadline, failure);
  }
}

// What is being deleted already, or is gone, needs no order: a refusal of ours does not matter then.
async function refused(dcs: DcsClient, id: string, deadline: number, failure: unknown): Promise<Outcome> {
  if (isThrottled(failure)) throw failure;
  const seen = await look(dcs, id, { deadline }).catch(() => {
    throw failure;
  });
  if (!seen) return { how: "gone" };
  if (isLeaving(seen.status)) return { how: "ordered" };
  throw failure;
}

/**
 * Deletes the instance of a resource. One that another resource of this run took over (e.g. the same resource under a
 * new name) is that one's, and stays.
 */
export async function remove(dcs: DcsClient, id: string, name: string, timeout: number): Promise<void> {
  if (!isAdopted(id)) return removeInstance(dcs, id, name, timeout);
  tell(
    `cache "${name}" (${id}) was taken over by another resource of this program and stays; only its old entry is removed`,
  );
}

/** Deletes an instance from whatever state it is in and waits until the service does not know it any more. */
export async function removeInstance(dcs: DcsClient, id: string, name: string, timeout: number): Promise<void> {
  const deadline = Date.now() + timeout;
  let unclear = 0;
  for (let orders = 0; ; orders++) {
    const outcome = await order(dcs, id, deadline, orders > 0);
    if (outcome.how === "gone") return;
    unclear = outcome.how === "unclear" ? unclear + 1 : 0;
    if (unclear > DELETE_AGAIN.unclearTries) throw outcome.failure;
    if (await goneUnlessFree(dcs, { id, name, deadline, timeout, orders, ...outcome })) return;
  }
}

interface Ordered {
  readonly id: string;
  readonly name: string;
  readonly deadline: number;
  readonly timeout: number;
  /** Orders before this one. */
  readonly orders: number;
  readonly how: "ordered" | "unclear" | "busy";
  readonly failure?: unknown;
}

/** True when the instance is gone, false when it is time to order again. */
async function goneUnlessFree(
  dcs: DcsClient,
  { id, name, deadline, timeout, orders, how, failure }: Ordered,
): Promise<boolean> {
  const { restedFor, firstPause, longestPause } = DELETE_AGAIN[how];
  const pause = Math.max(restedFor, Math.min(longestPause, firstPause * 2 ** orders));
  let gone = false;
  const arrived = (seen: { status: string } | undefined, waited: number): boolean => {
    gone = seen === undefined;
    if (seen === undefined) return true;
    if (isLeaving(seen.status)) return false;
    const rests = classOf(seen.status) !== "passing";
    return (rests && waited >= pause) || (how === "busy" && waited >= Math.max(pause, DELETE_AGAIN.anyhowAfter));
  };
  const what = how === "busy" ? "to be free for deletion" : "to be deleted";
  try {
    await waitUntil(dcs, { id, name, timeout: Math.max(0, deadline - Date.now()), limit: timeout, what, arrived });
  } catch (error) {
    if (!(error instanceof WaitTimeout) || failure === undefined) throw error;
    throw new Error(`${error.message}. The order to delete it was answered: ${messageOf(failure)}`);
  }
  return gone;
}
