import { createHash } from "node:crypto";

// On a replacement the engine checks a second time without olds, and creates without saying what is replaced. The first
// check of the same inputs, with olds, tells that it is one; the diff before tells the id. Only a digest is kept: the
// inputs hold a password. The engine may answer the keys of an object in another order.
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, ordered(entry)]);
};

const digest = (inputs: object): string =>
  createHash("sha256")
    .update(JSON.stringify(ordered(inputs)))
    .digest("hex");

const existing = new Set<string>();

/** Remembers a resource that exists, by its inputs as the program and as the state spell them. */
export function noteExisting(...spellings: readonly object[]): void {
  for (const inputs of spellings) existing.add(digest(inputs));
}

/** True when a resource with these inputs exists in the stack, so that a check of them without olds precedes a replacement. */
export const existsInStack = (inputs: object): boolean => existing.has(digest(inputs));

const changing = new Set<string>();

/** Remembers an instance that this run changes, deletes or replaces. */
export const noteChanging = (id: string): void => {
  changing.add(id);
};

/** Instances that may give way to a create of this run. An instance of a resource that stays as it is never does. */
export const changingInstances: ReadonlySet<string> = changing;
