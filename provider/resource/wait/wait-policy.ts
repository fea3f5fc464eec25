import type { WaitPurpose } from "../describe/wait";

/** How often a waiting resource is looked at. Milliseconds. */
interface Pace {
  /** Times of the first looks, for what turns out to take no time. Left out where many wait. */
  readonly early?: readonly number[];
  readonly firstInterval: number;
  /** The same where many wait, since one look serves all of them, in the first milliseconds of a wait. */
  readonly amongMany?: { readonly interval: number; readonly until: number };
  /** The interval after a look that found another one ready: what was ordered together is ready together. */
  readonly afterArrival?: number;
  /** Share of the time waited so far that the next interval may take. */
  readonly share: number;
  readonly longestInterval: number;
}

/** So many that wait together are many. */
const MANY = 20;

/** For what takes minutes. */
const LONG: Pace = { firstInterval: 1_000, share: 0.02, longestInterval: 5_000 };

/** For what usually takes seconds. */
const SHORT: Pace = { firstInterval: 200, share: 0.2, longestInterval: 5_000 };

const PACES: Readonly<Record<WaitPurpose, Pace>> = {
  "to be created": {
    ...LONG,
    early: [200, 500, 1_000],
    amongMany: { interval: 500, until: 24_000 },
    afterArrival: 200,
  },
  "to be running": LONG,
  "to be deleted": SHORT,
  "to be free for deletion": LONG,
  "to be gone, so that its name is free": SHORT,
};

/**
 * Time until the next look after `waited` milliseconds, where `waiting` resources wait together.
 *
 * @param arrival Whether the last look found one of them ready.
 */
export function nextInterval(
  waited: number,
  what: WaitPurpose = "to be running",
  waiting = 1,
  arrival = false,
): number {
  const { early = [], firstInterval, amongMany, afterArrival, share, longestInterval } = PACES[what];
  if (arrival && afterArrival !== undefined) return afterArrival;
  const isCrowd = waiting >= MANY;
  const soon = isCrowd ? undefined : early.find((at) => at > waited);
  const least = isCrowd && amongMany && waited < amongMany.until ? amongMany.interval : firstInterval;
  const interval = soon === undefined ? Math.max(least, waited * share) : soon - waited;
  return Math.min(longestInterval, interval);
}

/** What a wait tolerates, and how often it logs its progress. Milliseconds. */
export const WAIT_POLICY = {
  logEvery: 30_000,
  /** A new resource may be missing for this long before it counts as gone. */
  visibleWithin: 120_000,
  /** A resource that was seen before may be missing for this long. */
  goneAfter: 15_000,
  /** Consecutive refusals after which the wait ends. A gateway may refuse for a moment. */
  refusals: 3,
} as const;

/** When an order to delete is repeated. That is safe: a second order has no further effect. */
export const DELETE_AGAIN = {
  /** The resource is busy: order again as soon as it rests. */
  busy: { restedFor: 0, firstPause: 1_000, longestPause: 15_000 },
  /** The answer was lost. */
  unclear: { restedFor: 5_000, firstPause: 2_000, longestPause: 60_000 },
  /** The order was accepted, but nothing happens. */
  ordered: { restedFor: 120_000, firstPause: 1_000, longestPause: 60_000 },
  /** A busy resource is tried again after this time in any status, because a status may not change by itself. */
  anyhowAfter: 60_000,
  /** Consecutive unclear answers after which the delete fails. */
  unclearTries: 10,
} as const;
