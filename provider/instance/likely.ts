import { closest, distance } from "fastest-levenshtein";

const plain = (text: string): string => text.toLowerCase().replace(/[–—−]/g, "-");

/** The allowed text a user most likely meant, if one is near enough to be worth naming. */
export function likelyText(given: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined;
  const extended = allowed.find((text) => given.length >= 3 && text.startsWith(given));
  if (extended) return extended;
  const nearest = closest(plain(given), allowed.map(plain));
  const found = allowed.find((text) => plain(text) === nearest);
  const tolerated = Math.max(2, Math.floor(given.length / 3));
  return found !== undefined && distance(plain(given), nearest) <= tolerated ? found : undefined;
}

/** The allowed numbers on both sides of what was given. */
export function nearestNumbers(given: number, allowed: readonly number[]): number[] {
  const sorted = [...allowed].sort((a, b) => a - b);
  const below = sorted.filter((n) => n < given).at(-1);
  const above = sorted.find((n) => n > given);
  return [below, above].filter((n): n is number => n !== undefined);
}
