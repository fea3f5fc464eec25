import { nearest } from "../config/words/nearest";

/** The allowed text a user most likely meant, if one is near enough to be worth naming. */
export function likelyText(given: string, allowed: readonly string[]): string | undefined {
  const extended = allowed.find((text) => given.length >= 3 && text.startsWith(given));
  return extended ?? nearest(given, allowed);
}

/** The allowed numbers on both sides of what was given. */
export function nearestNumbers(given: number, allowed: readonly number[]): number[] {
  const sorted = [...allowed].sort((a, b) => a - b);
  const below = sorted.filter((n) => n < given).at(-1);
  const above = sorted.find((n) => n > given);
  return [below, above].filter((n): n is number => n !== undefined);
}
