import type { ValidateFunction } from "ajv";

/**
 * Validators by the `$id` of their schemas. The build compiles them and puts them in the place of this module, so here are
 * none.
 */
export const COMPILED: Readonly<Record<string, ValidateFunction>> = {};
