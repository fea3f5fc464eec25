/**
 * Marks texts of which the usual ones are listed, as in `"aof" | "rdb" | AnyText`. An editor offers the listed ones, and a
 * text that is known only when the program runs fits as well. A constructor with {@link Fitting} arguments refuses other
 * literals.
 */
export type AnyText = string & {};

/** The same for numbers. */
export type AnyNumber = number & {};
