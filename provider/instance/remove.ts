import { isAmbiguous, isBusy, isNotFound } from "../api/errors";
import { deleteInstance } from "../api/instances";
import type { Requester } from "../api/requester";
import { classOf } from "./statuses";
import { waitUntil } from "./wait";

/** What an order to delete came to: accepted (or perhaps), not possible right now, or nothing left to delete. */
async function order(dcs: Requester, id: string, last: boolean): Promise<"ordered" | "busy" | "gone"> {
  try {
    await deleteInstance(dcs, id);
    return "ordered";
  } catch (error) {
    if (isNotFound(error)) return "gone";
    if (isBusy(error) && !last) return "busy";
    // The service may have begun: the wait for its absence tells.
    if (isAmbiguous(error)) return "ordered";
    throw error;
  }
}

/** Deletes an instance from whatever state it is in and waits until the service does not know it any more. */
export async function remove(dcs: Requester, id: string, name: string, timeout: number): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const outcome = await order(dcs, id, Date.now() >= deadline);
    if (outcome === "gone") return;
    let free = false;
    await waitUntil(dcs, {
      id,
      name,
      timeout: Math.max(0, deadline - Date.now()),
      what: outcome === "busy" ? "to be free for deletion" : "to be deleted",
      arrived: (seen, waited) => {
        if (!seen) return true;
        // Some states last: an instance that was busy is ordered again once it rests, an accepted order after a while.
        const rests = classOf(seen.status) !== "passing";
        free = rests && (outcome === "busy" || waited > 120_000);
        return free;
      },
    });
    if (!free) return;
  }
}
