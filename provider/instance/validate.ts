import Ajv, { type ErrorObject } from "ajv";
import { type Failure, toFailures } from "./failures";
import { likelyText } from "./likely";
import { INSTANCE_SCHEMA } from "./schema";
import { isUnknown } from "./unknown";

const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addVocabulary(["remedy", "subject", "unguessed", "unit"]);
const conforms = ajv.compile(INSTANCE_SCHEMA);

type Inputs = Readonly<Record<string, unknown>>;

// Two values that are not known yet need not be equal: each gets a text of its own, so that none counts as repeated.
function apart(value: unknown, count = { unknown: 0 }): unknown {
  if (isUnknown(value)) return `${value}#${count.unknown++}`;
  if (Array.isArray(value)) return value.map((entry) => apart(entry, count));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, apart(entry, count)]));
}

const touchesUnknown = ({ data }: ErrorObject): boolean => typeof data === "string" && isUnknown(data.split("#")[0]);

function violations(inputs: Inputs): ErrorObject[] {
  conforms(apart(inputs));
  return (conforms.errors ?? []).filter((error) => !touchesUnknown(error));
}

// A misspelt argument is one mistake: its value is judged under the name that was meant, which then is not missing.
function respelt(inputs: Inputs): Inputs {
  const known = Object.keys(INSTANCE_SCHEMA.properties);
  const entries = Object.entries(inputs).flatMap(([name, value]) => {
    if (known.includes(name)) return [];
    const meant = likelyText(name, known);
    return meant !== undefined && inputs[meant] === undefined ? [[meant, value] as const] : [];
  });
  const kept = Object.entries(inputs).filter(([name]) => known.includes(name));
  return Object.fromEntries([...kept, ...entries]);
}

/** Everything that is wrong with the inputs, at once. Values that are not known yet are left for later. */
export function validate(inputs: Inputs): Failure[] {
  const misspelt = violations(inputs).filter(
    (error) => error.keyword === "additionalProperties" && error.instancePath === "",
  );
  return [...toFailures(misspelt), ...toFailures(violations(respelt(inputs)))];
}
