import type { Options, SchemaObject, ValidateFunction } from "ajv";
import { COMPILED } from "./compiled-schemas";

/**
 * Keywords of this project beside those of JSON Schema. `remedy`: the sentence a user reads when the rule is broken.
 * `subject`: the property that the failure names if the rule covers several. `unguessed`: no suggestion is made. `unit`:
 * what a number counts. `secret`: the value is never shown.
 */
export const KEYWORDS = ["remedy", "subject", "unguessed", "unit", "secret"];

/** How a schema is read, by the build and by a run. A test judges the schemas themselves. */
export const READING: Options = {
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  meta: false,
  validateSchema: false,
};

const known = new WeakMap<SchemaObject, ValidateFunction>();

function compile(schema: SchemaObject): ValidateFunction {
  // Loaded late: the schemas of the resource types are compiled by the build, so most runs do without.
  const { default: Ajv } = require("ajv") as typeof import("ajv");
  // Tidying the generated code takes longer than the checks of a run.
  const ajv = new Ajv({ ...READING, code: { optimize: false } });
  ajv.addVocabulary(KEYWORDS);
  return ajv.compile(schema);
}

/** The validator of a schema, made once. */
export function validatorOf(schema: SchemaObject): ValidateFunction {
  const built = COMPILED[schema.$id ?? ""];
  if (built) return built;
  const validator = known.get(schema) ?? compile(schema);
  known.set(schema, validator);
  return validator;
}
