import { createHash } from "node:crypto";

// On a replacement the engine checks a second time without olds, and creates without saying what is replaced. The first
// check of the same inputs, with olds, tells that the instance of that name is the one to be replaced. Only a digest is
// kept: the inputs hold a password.
const replaced = new Set<string>();

function digest(inputs: object): string {
  const ordered = Object.entries(inputs).sort(([a], [b]) => a.localeCompare(b));
  return createHash("sha256").update(JSON.stringify(ordered)).digest("hex");
}

/** Remembers inputs that were checked for a resource that exists. */
export const noteExisting = (inputs: object): void => {
  replaced.add(digest(inputs));
};

/** True when a resource with these inputs exists in the stack, so that a create of them replaces it. */
export const existsInStack = (inputs: object): boolean => replaced.has(digest(inputs));
