const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** A Go duration such as `1h30m` in milliseconds. */
export function parseDuration(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit as string] ?? 0), 0);
}

/** Milliseconds for people: `90 s`, `4 min`. */
export const formatDuration = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;

type Limits = Readonly<Record<"create" | "update" | "delete", number>>;

/** The time limit of a step in milliseconds: from `customTimeouts`, or the default. */
export function timeoutOf(
  { timeouts }: { readonly timeouts: Limits },
  step: keyof Limits,
  values: Readonly<Record<string, unknown>>,
): number {
  const declared = (values.customTimeouts as Partial<Record<keyof Limits, string>> | undefined)?.[step];
  return declared === undefined ? timeouts[step] : parseDuration(declared);
}
