/** A mistake of the user: which argument, what is wrong with it, and what to do. */
export interface Failure {
  /** Path of the argument, e.g. `nodes[0].zone`. Empty if no argument is concerned, or if its value must not be shown. */
  readonly property: string;
  readonly reason: string;
}
