/** How often a waiting resource is looked at, and how often the wait is told. Milliseconds. */
export const WAIT_POLICY = {
  firstInterval: 1_000,
  /** Share of the time waited so far that the next interval may take. */
  share: 0.02,
  longestInterval: 5_000,
  tellEvery: 30_000,
  /** A fresh resource may be invisible for this long before its absence means something. */
  visibleWithin: 120_000,
  /** One that was seen may be invisible for this long. */
  goneAfter: 15_000,
  /** Looks in a row that the service must refuse before the wait ends: a gateway refuses for moments, too. */
  refusals: 3,
} as const;

/** Time until the next look after `waited` milliseconds. */
export const nextInterval = (waited: number): number =>
  Math.min(WAIT_POLICY.longestInterval, Math.max(WAIT_POLICY.firstInterval, waited * WAIT_POLICY.share));

/** After which failure an order to delete is given again, and how soon; it may be repeated, as it does nothing twice. */
export const DELETE_AGAIN = {
  /** It is occupied: as soon as it rests. */
  busy: { restedFor: 0, firstPause: 1_000, longestPause: 15_000 },
  /** The answer was lost. */
  unclear: { restedFor: 5_000, firstPause: 2_000, longestPause: 60_000 },
  /** Accepted, yet nothing happens. */
  ordered: { restedFor: 120_000, firstPause: 1_000, longestPause: 60_000 },
  /** Whatever its status, what is occupied is tried again after this: not every status is known to pass. */
  anyhowAfter: 60_000,
  /** Unclear answers in a row after which the failure is told. */
  unclearTries: 10,
} as const;
