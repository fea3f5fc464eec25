import type { Output } from "@pulumi/pulumi";

/*
 * What a program declares, judged by the compiler. `D` is a declared type of the package, `X` the type of what is given.
 * A value that is known only when the program runs is left to preview. No syntax here is newer than TypeScript 3.8, the
 * compiler that Pulumi brings itself.
 */

declare const reason: unique symbol;
declare const fields: unique symbol;

/** The type of an argument that must not be given beside the others. The compiler's message shows why. */
export interface Refused<Why extends string> {
  readonly [reason]: Why;
}

/** What an object lacks that has fields nobody reads. The compiler's message shows their names. */
export interface UnknownFields<Names> {
  readonly [fields]: Names;
}

/** True if the argument is certainly given. An optional one of a wider type may be missing. */
export type Given<A, K> = K extends keyof A ? (undefined extends A[K] ? false : true) : false;

/** The type of an argument; `unknown` if it is not given. */
export type ValueOf<A, K> = K extends keyof A ? A[K] : unknown;

type IsAny<X> = 0 extends 1 & X ? true : false;

/** True if the argument is certainly one of the literals. */
export type Is<A, K, Literals> =
  IsAny<ValueOf<A, K>> extends true ? false : ValueOf<A, K> extends Literals ? true : false;

export type If<Condition, Then, Else> = Condition extends true ? Then : Else;

/** Complains about fields that are not declared. A map with any keys passes. */
export type NoOthers<D, X> = string extends keyof X
  ? unknown
  : [Exclude<keyof X, keyof D>] extends [never]
    ? unknown
    : UnknownFields<Exclude<keyof X, keyof D>>;

type Listed<D, Wide> = D extends unknown ? (Wide extends D ? never : D) : never;

// A type that lists nothing takes every literal.
type ListedOr<D, Wide> = [Listed<D, Wide>] extends [never] ? D : Listed<D, Wide>;

/** A value that is known only when the program runs. */
export type Later = Promise<unknown> | Output<unknown>;

type Elements<D> = D extends readonly (infer E)[] ? E : never;

type Objects<D> = D extends Later | readonly unknown[] ? never : Extract<D, object>;

/** The declared type, without what is open in it where a literal is given. */
export type Strict<D, X> = X extends string
  ? string extends X
    ? D
    : ListedOr<Extract<D, string>, string>
  : X extends number
    ? number extends X
      ? D
      : ListedOr<Extract<D, number>, number>
    : X extends boolean | Later | undefined | null
      ? D
      : X extends readonly (infer E)[]
        ? Strict<Elements<D>, E>[]
        : X extends object
          ? StrictObject<Objects<D>, X>
          : D;

export type StrictObject<D, X> = { [K in keyof D]: K extends keyof X ? Strict<D[K], X[K]> : D[K] } & NoOthers<D, X>;
