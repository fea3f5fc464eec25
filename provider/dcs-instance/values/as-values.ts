import type { Values } from "../../resource/describe/argument";

/** Inputs or state, with the type that the kit uses. */
export const asValues = (of: object): Values => of as Values;
