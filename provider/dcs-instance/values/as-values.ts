import type { Values } from "../../resource/describe/argument";

/** Inputs or state as the kit sees them. */
export const asValues = (of: object): Values => of as Values;
