import type { DcsInstanceArgs } from "../../provider/dcs-instance/values/args";
import type { Cache } from "../state/cache";

/** An attribute that becomes an argument. */
export interface Carried {
  readonly to: keyof DcsInstanceArgs;
  /** Never printed, whether Terraform marks it or not. */
  readonly secret?: true;
  /** Its type in TypeScript, for the case that it is a secret. Default: `"string"`. */
  readonly type?: string;
  /** Other attributes that its value is made of. */
  readonly parts?: readonly string[];
  /** Why the value does not become the argument after all. Absent, or `undefined`: it does. */
  readonly unless?: (value: unknown, cache: Cache) => string | undefined;
  /** The argument's value; `undefined` if there is nothing to declare. Default: the value as it is. */
  readonly reads?: (value: unknown, cache: Cache) => unknown;
  /** What a reader must know beside the argument, or in its place. */
  readonly note?: (value: unknown, cache: Cache) => string | undefined;
  /** Looked at even if the state has no value. */
  readonly always?: true;
}

/** What becomes of one attribute of Terraform. */
export type Row =
  | Carried
  /** The reason why it is not carried over, for a comment. */
  | { readonly not: string }
  /** The service's answer, which nobody declares; or a part of another attribute. */
  | { readonly says: "output" | "part" };
