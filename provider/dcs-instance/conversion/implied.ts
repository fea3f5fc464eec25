import type { Values } from "../../resource/describe/argument";

/** A declared password implies `noPasswordAccess: false`. */
export const withImplied = (declared: Values): Values =>
  declared.noPasswordAccess === undefined && declared.password !== undefined
    ? { ...declared, noPasswordAccess: false }
    : declared;
