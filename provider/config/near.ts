import { closest, distance } from "fastest-levenshtein";

/** The known name that was probably meant, if one is near enough to be worth naming. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const text = given.toLowerCase();
  const likely = closest(
    text,
    known.map((name) => name.toLowerCase()),
  );
  const name = known.find((candidate) => candidate.toLowerCase() === likely);
  return distance(text, likely) <= Math.max(2, Math.floor(text.length / 3)) ? name : undefined;
}
