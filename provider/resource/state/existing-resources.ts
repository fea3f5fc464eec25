import { createHash } from "node:crypto";
import type { Run } from "../../process/run";

// The engine may return the keys of an object in another order.
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, ordered(entry)]);
};

// Only a digest is kept: the inputs may hold secrets.
const digest = (inputs: object): string =>
  createHash("sha256")
    .update(JSON.stringify(ordered(inputs)))
    .digest("hex");

/**
 * The resources that exist in the stack, by their inputs. For a replacement the engine checks twice: first with olds,
 * then without. The inputs noted in the first check show that the second one belongs to a replacement.
 */
export class ExistingResources {
  readonly #digests = new Set<string>();

  /** Remembers a resource by its inputs, as the program and as the state write them. */
  note(...variants: readonly object[]): void {
    for (const inputs of variants) this.#digests.add(digest(inputs));
  }

  has(inputs: object): boolean {
    return this.#digests.has(digest(inputs));
  }
}

export const existingOf = (run: Run): ExistingResources =>
  run.shared(run, ExistingResources, () => new ExistingResources());
