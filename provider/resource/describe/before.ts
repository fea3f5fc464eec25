import type { Values } from "./argument";

/** What was declared before, and what the service had before, as Pulumi knew it. */
export interface Before {
  /** Arguments that the program declared at its last update. Any other is not managed. */
  readonly declared: ReadonlySet<string>;
  /** Every argument as it was before anything was changed outside of Pulumi. */
  readonly values: Values;
}
