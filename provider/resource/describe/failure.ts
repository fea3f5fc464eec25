/** A mistake of the user: which argument, what is wrong with it, and what to do. */
export interface Failure {
  /** Path of the argument, e.g. `nodes[0].zone`; empty for what is about none, or must not be shown beside it. */
  readonly property: string;
  readonly reason: string;
}
