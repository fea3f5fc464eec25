import Ajv, { type ErrorObject } from "ajv";
import { type Failure, toFailures } from "./failures";
import { likelyText } from "./likely";
import { INSTANCE_SCHEMA } from "./schema";
import { isUnknown } from "./unknown";

const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addVocabulary(["remedy"]);
const conforms = ajv.compile(INSTANCE_SCHEMA);

type Inputs = Readonly<Record<string, unknown>>;

function touchesUnknown(error: ErrorObject): boolean {
  if (isUnknown(error.data)) return true;
  if (error.keyword !== "uniqueItems" || !Array.isArray(error.data)) return false;
  return isUnknown(error.data[error.params.i]);
}

function violations(inputs: Inputs): ErrorObject[] {
  conforms(inputs);
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
