import { nearest } from "../../config/words/nearest";

/** The allowed text that the user probably meant, if one is near enough. */
export function likelyText(given: string, allowed: readonly string[]): string | undefined {
  const extended = allowed.find((text) => given.length >= 3 && text.startsWith(given));
  return extended ?? nearest(given, allowed);
}

/** The nearest allowed numbers below and above the given one. */
export function nearestNumbers(given: number, allowed: readonly number[]): number[] {
  const sorted = [...allowed].sort((a, b) => a - b);
  const below = sorted.filter((n) => n < given).at(-1);
  const above = sorted.find((n) => n > given);
  return [below, above].filter((n): n is number => n !== undefined);
}

/** The unit of a number, to recognise one given in the next smaller unit. */
export interface Unit {
  /** As in "capacity is in GB". */
  readonly words: string;
  /** How many of the smaller unit make one. */
  readonly of: number;
}

const textMeant = (given: string, allowed: readonly unknown[]): string | undefined => {
  const meant = likelyText(
    given,
    allowed.filter((entry) => typeof entry === "string"),
  );
  return meant === undefined ? undefined : `did you mean ${JSON.stringify(meant)}?`;
};

const numberMeant = (given: number, allowed: readonly unknown[], unit?: Unit): string | undefined => {
  if (unit && allowed.includes(given / unit.of)) return `${unit.words}: did you mean ${given / unit.of}?`;
  const near = nearestNumbers(
    given,
    allowed.filter((entry) => typeof entry === "number"),
  );
  return near.length > 0 ? `nearest: ${near.join(" or ")}` : undefined;
};

/** `a, b and c`. */
export const joined = (words: ReadonlyArray<string | number>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** The allowed value that was probably meant, as a sentence. */
export function suggestion(given: unknown, allowed: readonly unknown[], unit?: Unit): string | undefined {
  if (typeof given === "number") return numberMeant(given, allowed, unit);
  return typeof given === "string" ? textMeant(given, allowed) : undefined;
}
