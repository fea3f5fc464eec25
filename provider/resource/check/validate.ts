import Ajv, { type ErrorObject, type SchemaObject, type ValidateFunction } from "ajv";
import type { Values } from "../describe/argument";
import type { Failure } from "../describe/failure";
import { isUnknown } from "../describe/unknown";
import { toFailures } from "./failures";
import { likelyText } from "./suggestions";

/**
 * Keywords of this project beside those of JSON Schema. `remedy`: the sentence a user reads when the rule is broken.
 * `subject`: the property that the failure names if the rule covers several. `unguessed`: no suggestion is made. `unit`:
 * what a number counts. `secret`: the value is never shown.
 */
export const KEYWORDS = ["remedy", "subject", "unguessed", "unit", "secret"];

const compiled = new WeakMap<SchemaObject, ValidateFunction>();

function validatorOf(schema: SchemaObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    // Every run compiles the schema anew. Tidying the generated code takes longer than the checks of a run, and so does
    // judging the schema itself by that of JSON Schema, which a test does.
    code: { optimize: false },
    meta: false,
    validateSchema: false,
  });
  ajv.addVocabulary(KEYWORDS);
  const validator = ajv.compile(schema);
  compiled.set(schema, validator);
  return validator;
}

// Two unknown values need not be equal: each gets its own text, so that none counts as repeated.
function distinguishUnknowns(value: unknown, count = { unknown: 0 }): unknown {
  if (isUnknown(value)) return `${value}#${count.unknown++}`;
  if (Array.isArray(value)) return value.map((entry) => distinguishUnknowns(entry, count));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, distinguishUnknowns(entry, count)]));
}

const touchesUnknown = ({ data }: ErrorObject): boolean => typeof data === "string" && isUnknown(data.split("#")[0]);

function violations(schema: SchemaObject, inputs: Values): ErrorObject[] {
  const conforms = validatorOf(schema);
  conforms(distinguishUnknowns(inputs));
  return (conforms.errors ?? []).filter((error) => !touchesUnknown(error));
}

// A misspelt argument is one mistake: its value is checked under the meant name, which then is not missing.
function withCorrectedNames(schema: SchemaObject, inputs: Values): Values {
  const known = Object.keys(schema.properties);
  const entries = Object.entries(inputs).flatMap(([name, value]) => {
    if (known.includes(name)) return [];
    const meant = likelyText(name, known);
    return meant !== undefined && inputs[meant] === undefined ? [[meant, value] as const] : [];
  });
  const kept = Object.entries(inputs).filter(([name]) => known.includes(name));
  return Object.fromEntries([...kept, ...entries]);
}

/** Everything that is wrong with the inputs, at once. Unknown values are checked later. */
export function validate(schema: SchemaObject, inputs: Values): Failure[] {
  const found = violations(schema, inputs);
  const misspelt = found.filter((error) => error.keyword === "additionalProperties" && error.instancePath === "");
  const others = misspelt.length === 0 ? found : violations(schema, withCorrectedNames(schema, inputs));
  const secrets = new Set(Object.keys(schema.properties).filter((name) => schema.properties[name].secret));
  return [...toFailures(misspelt), ...toFailures(others, secrets)];
}
