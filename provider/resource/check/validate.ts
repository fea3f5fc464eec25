import type { ErrorObject, SchemaObject } from "ajv";
import type { Values } from "../describe/argument";
import type { Failure } from "../describe/failure";
import { isUnknown } from "../describe/unknown";
import { toFailures } from "./failures";
import { likelyText } from "./suggestions";
import { validatorOf } from "./validator";

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
