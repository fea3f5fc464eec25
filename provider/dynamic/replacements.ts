import { createHash } from "node:crypto";

// On a replacement the engine checks a second time without olds, and creates without saying what is replaced. The first
// check of the same inputs, with olds, tells that it is one; the diff before tells the id. Only a digest is kept: the
// inputs hold a password.
const replaced = new Set<string>();

function digest(inputs: object): string {
  const ordered = Object.entries(inputs).sort(([a], [b]) => a.localeCompare(b));
  return createHash("sha256").update(JSON.stringify(ordered)).digest("hex");
}

/** Remembers inputs that were checked for a resource that exists. */
export const noteExisting = (inputs: object): void => {
  replaced.add(digest(inputs));
};

/** True when a resource with these inputs exists in the stack, so that a check of them without olds precedes a replacement. */
export const existsInStack = (inputs: object): boolean => replaced.has(digest(inputs));

const changing = new Set<string>();

/** Remembers an instance that this run changes, deletes or replaces. */
export const noteChanging = (id: string): void => {
  changing.add(id);
};

/** Instances that may give way to a create of this run. An instance of a resource that stays as it is never does. */
export const changingInstances: ReadonlySet<string> = changing;
