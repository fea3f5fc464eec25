import { isDeepStrictEqual } from "node:util";
import type { SchemaObject } from "ajv";
import type { Failure } from "./failure";

/** Values of arguments or outputs by their names. */
export type Values = Readonly<Record<string, unknown>>;

/** What a change of an argument means for an existing resource. */
export interface Change {
  /** Name of the step that changes it in place; `replace`; `record`: only the state changes; `ignore`: nothing changes. */
  readonly how: string;
  /**
   * True for a change that is possible in place; any other replaces. Absent: all are possible.
   *
   * @param state All values before the change, and `declared` all after it.
   */
  readonly possible?: (before: unknown, after: unknown, state: Values, declared: Values) => boolean;
  /** Compared only when declared. Otherwise the service chooses a value, and any value is accepted. */
  readonly onlyIfDeclared?: true;
  /** Why it replaces; the words follow the property's name in a sentence. */
  readonly because?: string | ((state: Values, declared: Values) => string);
  /** How to avoid the replacement, if that is possible. */
  readonly alternative?: string;
  /**
   * What a change in place does to clients and data, or what Pulumi itself does not show of it. The words follow the
   * property's name in a sentence.
   */
  readonly effect?: (state: Values, declared: Values) => string | undefined;
  /** Why a change that is possible in place cannot be made as it is declared, and what to do. Preview fails with it. */
  readonly obstacle?: (state: Values, declared: Values) => string | undefined;
  /** What the service does when the argument is removed but a value stays. */
  readonly removed?: string;
}

/** What the kit has to know about an argument. */
export interface Argument {
  /** Its rules. Keywords of ours: `remedy`, `subject`, `unit`, `unguessed`, `secret`. */
  readonly schema: SchemaObject;
  readonly change: Change;
  /** Fields of the API that carry it under another name than its own. */
  readonly fields?: readonly string[];
  /** What a schema cannot express. Called with valid, possibly partly unknown values; makes no call. */
  readonly judge?: (value: unknown, inputs: Values, exists: boolean) => readonly Failure[];
  /** True: a create does not set it. It is changed in place as soon as the new resource serves. */
  readonly afterCreate?: true;
  /** True if the declared value means the same as the state. Default: true if both are equal. */
  readonly same?: (state: Values, declared: Values) => boolean;
  /** False: the service never returns it. */
  readonly answered?: false;
  /** True: `same` compares only a part of the value, so two values that count as the same may still differ. */
  readonly comparedInPart?: true;
  /** The part of what an existing resource shows that the declaration is about. Absent: all of it. */
  readonly concerns?: (shown: unknown, declared: unknown) => unknown;
  /** Outputs that a change in place may change as well. */
  readonly affects?: readonly string[];
  /** Outputs without which the argument cannot be compared. */
  readonly comparedWith?: readonly string[];
}

export type Arguments = Readonly<Record<string, Argument>>;

export const isSecret = ({ schema }: Argument): boolean => schema.secret === true;

/** True if the declared value of an argument means the same as the state. */
export function isSame(all: Arguments, name: string, state: Values, declared: Values): boolean {
  const { same } = all[name] as Argument;
  return same ? same(state, declared) : isDeepStrictEqual(state[name], declared[name]);
}

/** How this change of the argument is made. A change to an unknown value may turn out to replace. */
export function howOf(all: Arguments, name: string, state: Values, declared: Values): string {
  const { how, possible = () => true } = (all[name] as Argument).change;
  return possible(state[name], declared[name], state, declared) ? how : "replace";
}
