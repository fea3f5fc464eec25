/**
 * Milliseconds of a `Retry-After` header, given in seconds or as a date; `undefined` when absent or unreadable. A date
 * is compared with the `Date` of the same answer, if there is one: the local clock may be wrong.
 */
export function parseRetryAfter(
  header: string | undefined,
  now: number = Date.now(),
  answeredAt?: string,
): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  if (Number.isNaN(date)) return undefined;
  const answered = Date.parse(answeredAt ?? "");
  return Math.max(0, date - (Number.isNaN(answered) ? now : answered));
}
