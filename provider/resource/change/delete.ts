import { isAmbiguous, isThrottled, isTransient } from "../../http/errors/api-error";
import { stopIfInterrupted } from "../../http/retry/interruption";
import { log } from "../../process/log";
import type { Run } from "../../process/run";
import type { Values } from "../describe/argument";
import { type Entry, ownershipOf } from "../describe/ownership";
import { type Calls, labelOf, type ResourceType, type Statuses } from "../describe/resource-type";
import { classOf, isLeaving } from "../describe/statuses";
import type { Seen } from "../describe/wait";
import { messageOf } from "../state/partial-failure";
import { timeoutOf } from "../wait/duration";
import { getStatus } from "../wait/get-status";
import { DELETE_AGAIN } from "../wait/wait-policy";
import { WaitTimeout } from "../wait/wait-timeout";
import { waitUntil } from "../wait/waiter";

/** Result of an order to delete: accepted, unclear, not possible at the moment, or nothing left to delete. */
type Outcome = { readonly how: "ordered" | "unclear" | "busy"; readonly failure?: unknown } | { readonly how: "gone" };

/** Deletes a resource in any state and waits until the service no longer knows it, if the service can delete it. */
export async function deleteUntilGone<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  id: string,
  values: Values,
): Promise<void> {
  if (!type.calls.delete) return;
  const timeout = timeoutOf(type, "delete", values);
  const deadline = Date.now() + timeout;
  let unclear = 0;
  for (let orders = 0; ; orders++) {
    stopIfInterrupted();
    const outcome = await order(type, service, id, deadline, orders > 0);
    if (outcome.how === "gone") return;
    unclear = outcome.how === "unclear" ? unclear + 1 : 0;
    if (unclear > DELETE_AGAIN.unclearTries) throw outcome.failure;
    const ordered = { id, label: labelOf(type, values, id), deadline, timeout, orders, ...outcome };
    if (await goneUnlessFree(type, run, service, ordered)) return;
  }
}

/**
 * Deletes what a resource holds. If another resource of this run has taken it over (e.g. the same resource under a new
 * name), it stays.
 */
export async function remove<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  id: string,
  state: Values,
  entry?: Entry,
): Promise<void> {
  if (!ownershipOf(run).isElsewhere(id, entry)) return deleteUntilGone(type, run, service, id, state);
  log(
    `${labelOf(type, state, id)} was taken over by another resource of this program and stays; only its old entry is removed`,
  );
}

async function order<C extends object, L>(
  { calls, statuses }: ResourceType<C, L>,
  service: C,
  id: string,
  deadline: number,
  again: boolean,
): Promise<Outcome> {
  try {
    await calls.delete?.(service, id, { deadline });
    return { how: "ordered" };
  } catch (failure) {
    if (calls.isNotFound(failure)) return { how: "gone" };
    if (calls.isBusy(failure)) return { how: "busy", failure };
    // If the service was reached before, a network failure is no reason to give up.
    if (isAmbiguous(failure) || (again && isTransient(failure) && !isThrottled(failure)))
      return { how: "unclear", failure };
    return refused(calls, statuses, service, id, deadline, failure);
  }
}

// If the resource is being deleted already, or is gone, the refusal does not matter.
async function refused<C extends object, L>(
  calls: Calls<C, L>,
  statuses: Statuses,
  service: C,
  id: string,
  deadline: number,
  failure: unknown,
): Promise<Outcome> {
  if (isThrottled(failure)) throw failure;
  const seen = await getStatus(calls, service, id, { deadline }).catch(() => {
    throw failure;
  });
  if (!seen) return { how: "gone" };
  if (isLeaving(statuses, seen.status)) return { how: "ordered" };
  throw failure;
}

interface Ordered {
  readonly id: string;
  readonly label: string;
  readonly deadline: number;
  readonly timeout: number;
  /** Number of orders before this one. */
  readonly orders: number;
  readonly how: "ordered" | "unclear" | "busy";
  readonly failure?: unknown;
}

/** True if the resource is gone, false if it is time to order again. */
async function goneUnlessFree<C extends object, L>(
  { calls, statuses }: ResourceType<C, L>,
  run: Run,
  service: C,
  { id, label, deadline, timeout, orders, how, failure }: Ordered,
): Promise<boolean> {
  const { restedFor, firstPause, longestPause } = DELETE_AGAIN[how];
  const pause = Math.max(restedFor, Math.min(longestPause, firstPause * 2 ** orders));
  let gone = false;
  const arrived = (seen: Seen, waited: number): boolean => {
    gone = seen === undefined;
    if (seen === undefined) return true;
    if (isLeaving(statuses, seen.status)) return false;
    const rests = classOf(statuses, seen.status) !== "transitional";
    return (rests && waited >= pause) || (how === "busy" && waited >= Math.max(pause, DELETE_AGAIN.anyhowAfter));
  };
  const what = how === "busy" ? "to be free for deletion" : "to be deleted";
  try {
    const left = Math.max(0, deadline - Date.now());
    await waitUntil(run, calls, service, { id, label, timeout: left, limit: timeout, what, arrived });
  } catch (error) {
    if (!(error instanceof WaitTimeout) || failure === undefined) throw error;
    throw new Error(`${error.message}. The order to delete it was answered: ${messageOf(failure)}`);
  }
  return gone;
}
