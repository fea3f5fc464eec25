import { isBusy } from "../../client/dcs-errors";
import { type InstanceV2, readInstanceV2 } from "../../dcs-instance/api/features/v2-instance";
import { isAmbiguous, reworded } from "../../http/errors/api-error";
import { pause } from "../../http/retry/pause";
import { log } from "../../process/log";
import { watchEngine } from "../../process/watch-engine";
import { byArgument } from "../../resource/describe/named-argument";
import type { Operations } from "../../resource/describe/operations";
import { messageOf } from "../../resource/state/partial-failure";
import { formatDuration } from "../../resource/wait/duration";
import { nextInterval, WAIT_POLICY } from "../../resource/wait/wait-policy";
import type { OfInstance } from "../of-instance";
import { cacheLabel, isDown, occupationOf } from "../subject";
import type { Order, Ordered } from "./description";
import { findOrdered } from "./find-ordered";
import { mayTake, refuseSecond, takenOver } from "./take-over";

export interface Limits {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Milliseconds, for messages. */
  readonly limit: number;
}

/**
 * Orders it once the instance is free, and returns the id of its record. What a run that was cut off has begun is gone on
 * with, what it may have finished stops the order; an order whose answer is lost is looked for and never sent again.
 */
export async function orderOnce(
  at: OfInstance,
  order: Order,
  operations: Pick<Operations<never>, "ownership">,
  { deadline, limit }: Limits,
): Promise<string> {
  const stillWanted = await watchEngine();
  const since = Date.now();
  for (let loggedAt = 0, first = true; ; first = false) {
    const subject = await readInstanceV2(at, at.instanceId, { deadline });
    const label = cacheLabel(at, subject);
    if (isDown(subject)) throw new Error(`${label} is ${subject.status}: a ${order.noun} needs it to be RUNNING`);
    const before = await order.list({ deadline });
    const taken = first ? takenOver(operations, order, before, label) : undefined;
    if (taken) return taken;
    const begun = first
      ? before.find(({ id, isUnfinished }) => isUnfinished && mayTake(operations, order, id))
      : undefined;
    if (begun) {
      log(`${order.noun} ${begun.id} of ${label} was begun before, by a run that was cut off: it is gone on with`);
      return begun.id;
    }
    if (first) refuseSecond(operations, order, before, label);
    const refusal = await attempt(at, order, subject, before, { deadline, limit, stillWanted });
    if ("id" in refusal) {
      mayTake(operations, order, refusal.id);
      return refusal.id;
    }
    const waited = Date.now() - since;
    if (Date.now() + nextInterval(waited) > deadline)
      throw new Error(
        `no ${order.noun} was ordered: ${label} was still busy after ${formatDuration(limit)} (the time limit): ${refusal.busy}. Run \`pulumi up\` again when it is free`,
      );
    if (loggedAt === 0 || waited - loggedAt >= WAIT_POLICY.logEvery) {
      log(`${label} is busy (${refusal.busy}): the ${order.noun} waits until it is free`);
      loggedAt = waited + 1;
    }
    await pause(nextInterval(waited));
  }
}

type Attempt = { readonly id: string } | { readonly busy: string };

async function attempt(
  at: OfInstance,
  order: Order,
  subject: InstanceV2,
  before: readonly Ordered[],
  { deadline, limit, stillWanted }: Limits & { readonly stillWanted: () => Promise<void> },
): Promise<Attempt> {
  const occupation = occupationOf(subject);
  if (occupation !== undefined) return { busy: occupation };
  const sentAt = Date.now();
  let failure: unknown;
  try {
    const id = await order.send({ deadline, beforeTry: stillWanted }).catch(byArgument(order.arguments));
    if (id) return { id };
  } catch (error) {
    // What to do stands at the end of the message that quotes this.
    if (isBusy(error)) return { busy: messageOf(reworded(error, { remedy: "" })) };
    if (!isAmbiguous(error)) throw error;
    failure = error;
  }
  const known = new Set(before.map(({ id }) => id));
  return { id: await findOrdered(order, { cache: cacheLabel(at, subject), known, sentAt, failure, limit }) };
}
