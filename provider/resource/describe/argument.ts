import { isDeepStrictEqual } from "node:util";
import type { SchemaObject } from "ajv";

/** Values of arguments or outputs by their names. */
export type Values = Readonly<Record<string, unknown>>;

/** What a change of an argument means for a resource that exists. */
export interface Change {
  /** Name of the step that makes it in place; `replace`; `record`: only the state is renewed; `ignore`: no change at all. */
  readonly how: string;
  /** Some changes of the value are possible in place and the others replace; absent: all are. */
  readonly possible?: (before: unknown, after: unknown) => boolean;
  /** Only when declared: the service chooses a value otherwise, and any choice is fine. */
  readonly onlyIfDeclared?: true;
  /** Why it replaces; a sentence part that follows the property's name. */
  readonly because?: string;
  /** What avoids the replacement, where something does. */
  readonly wayRound?: string;
  /** What preview says of a change in place that Pulumi itself shows nothing of. */
  readonly silent?: string;
  /** What the service does when the argument is taken away and a value stays behind. */
  readonly removed?: string;
}

/** What the kit has to know of an argument. */
export interface Argument {
  /** Its rules. Keywords of ours: `remedy`, `subject`, `unit`, `unguessed`, `secret`. */
  readonly schema: SchemaObject;
  readonly change: Change;
  /** True when what is declared says the same as the state. Default: both are equal. */
  readonly same?: (state: Values, declared: Values) => boolean;
  /** False: the service never answers it. */
  readonly answered?: false;
  /** True: `same` looks at a part of the value only, so two values that are the same are not two spellings of one. */
  readonly comparedInPart?: true;
  /** Outputs without which the argument cannot be compared. */
  readonly comparedWith?: readonly string[];
}

export type Arguments = Readonly<Record<string, Argument>>;

export const isSecret = ({ schema }: Argument): boolean => schema.secret === true;

/** True when the declared value of an argument says the same as the state. */
export function isSame(all: Arguments, name: string, state: Values, declared: Values): boolean {
  const { same } = all[name] as Argument;
  return same ? same(state, declared) : isDeepStrictEqual(state[name], declared[name]);
}

/** How this very change of the argument comes about. A value that is not known yet may be one that replaces. */
export function howOf({ change }: Argument, before: unknown, after: unknown): string {
  const { how, possible = () => true } = change;
  return possible(before, after) ? how : "replace";
}
