/** How often a waiting instance is looked at, and how often the wait is told. Milliseconds. */
export const WAIT_POLICY = {
  firstInterval: 1_000,
  /** Share of the time waited so far that the next interval may take. */
  share: 0.02,
  longestInterval: 5_000,
  tellEvery: 30_000,
  /** A fresh instance may be invisible for this long before its absence means something. */
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
  busy: { why: "the instance is occupied: as soon as it rests", restedFor: 0, firstPause: 1_000, longestPause: 15_000 },
  unclear: { why: "the answer was lost", restedFor: 5_000, firstPause: 2_000, longestPause: 60_000 },
  ordered: { why: "accepted, yet nothing happens", restedFor: 120_000, firstPause: 1_000, longestPause: 60_000 },
  /** Whatever its status, an occupied instance is tried again after this: not every status is known to pass. */
  anyhowAfter: 60_000,
  /** Unclear answers in a row after which the failure is told. */
  unclearTries: 10,
} as const;

/** Default limits of `customTimeouts`, in milliseconds. */
export const DEFAULT_TIMEOUTS = { create: 30 * 60_000, update: 60 * 60_000, delete: 30 * 60_000 } as const;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** A Go duration such as `1h30m` in milliseconds, or the default of the step. */
export function timeoutOf(step: keyof typeof DEFAULT_TIMEOUTS, duration: string | undefined): number {
  if (duration === undefined) return DEFAULT_TIMEOUTS[step];
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit as string] ?? 0), 0);
}

/** Milliseconds as people say it: `90 s`, `4 min`. */
export const spoken = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
