import type { Values } from "../../resource/describe/argument";

/** A declared password is also the wish that the cache is used with one. */
export const withImplied = (declared: Values): Values =>
  declared.noPasswordAccess === undefined && declared.password !== undefined
    ? { ...declared, noPasswordAccess: false }
    : declared;
