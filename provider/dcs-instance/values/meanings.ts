import { isDeepStrictEqual } from "node:util";
import type { Values } from "../../resource/describe/argument";

type Same = (state: Values, declared: Values) => boolean;

/** Turns values that mean the same into one value. `of`: all values of that side. */
export type Normalizer = (value: unknown, of: Values) => unknown;

/** Compares an argument by its normalized values. */
export const sameBy =
  (name: string, normalize: Normalizer): Same =>
  (state, declared) =>
    isDeepStrictEqual(normalize(state[name], state), normalize(declared[name], declared));

/** An absent value means the default. */
export const orElse =
  (fallback: unknown): Normalizer =>
  (value) =>
    value ?? fallback;

export const lowerCase: Normalizer = (value) => (typeof value === "string" ? value.toLowerCase() : value);

/** Entries of an object in the order of their keys; empty for an absent object. */
export const entries: Normalizer = (value) => Object.entries(value ?? {}).sort(([a], [b]) => a.localeCompare(b));

/** Entries of a list, sorted. */
export const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].map(String).sort() : value);

/** True for no value, and for a list or a map without entries. */
export const isEmpty = (value: unknown): boolean => Object.keys((value ?? {}) as object).length === 0;
