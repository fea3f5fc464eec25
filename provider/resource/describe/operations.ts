import type { Values } from "./argument";
import type { Before } from "./before";
import type { Ownership } from "./ownership";
import type { Wait } from "./wait";

/** An update of a resource that exists. */
export interface Update {
  readonly id: string;
  readonly state: Values;
  readonly declared: Values;
  /** What held before. It shows which arguments the program no longer declares. */
  readonly before: Before;
  /** The arguments to change. Default: all that differ. */
  readonly only?: readonly string[];
}

export interface Limits {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Milliseconds of the whole step, for messages. */
  readonly limit: number;
}

/** What the kit does for a type while it creates. */
export interface Operations<L> {
  readonly ownership: Ownership;
  waitUntil(wait: Wait): Promise<void>;
  waitUntilServing(wait: Omit<Wait, "arrived">): Promise<L>;
  waitUntilCreated(id: string, inputs: Values, limits: Limits): Promise<Values>;
  update(wanted: Update): Promise<Values>;
  deleteUntilGone(id: string, values: Values): Promise<void>;
  /** Time limit of the create, in milliseconds. */
  readonly limit: number;
}
