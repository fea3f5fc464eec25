import { closest, distance } from "fastest-levenshtein";

const plain = (text: string): string => text.toLowerCase().replace(/[–—−]/g, "-");

/** The known word that was probably meant, regardless of case, if one is near enough. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const likely = closest(plain(given), known.map(plain));
  const tolerated = Math.max(2, Math.floor(given.length / 3));
  return distance(plain(given), likely) <= tolerated ? known.find((word) => plain(word) === likely) : undefined;
}
