/** How often a waiting resource is looked at, and how often its progress is logged. Milliseconds. */
export const WAIT_POLICY = {
  firstInterval: 1_000,
  /** The next interval, as a share of the time waited so far. */
  share: 0.02,
  longestInterval: 5_000,
  tellEvery: 30_000,
  /** A new resource may be missing for this long before it counts as gone. */
  visibleWithin: 120_000,
  /** A resource that was seen before may be missing for this long. */
  goneAfter: 15_000,
  /** Consecutive refusals after which the wait ends. A gateway may refuse for a moment. */
  refusals: 3,
} as const;

/** Time until the next look after `waited` milliseconds. */
export const nextInterval = (waited: number): number =>
  Math.min(WAIT_POLICY.longestInterval, Math.max(WAIT_POLICY.firstInterval, waited * WAIT_POLICY.share));

/** When an order to delete is repeated, and how soon. Repeating is safe, because a second order changes nothing. */
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
