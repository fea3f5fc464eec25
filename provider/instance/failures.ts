import type { DefinedError, ErrorObject } from "ajv";
import { likelyText, nearestNumbers } from "./likely";

export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** `/instanceBackupPolicy/backupAt/2` as users write it: `instanceBackupPolicy.backupAt[2]`. */
export function propertyPath(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"))
    .map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join("");
}

const child = (parent: string, name: string): string => (parent === "" ? name : `${parent}.${name}`);

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

const given = (property: string, value: unknown): string => {
  if (property === "password") return "the given password (not shown)";
  const text = shown(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

function likely(value: unknown, allowed: readonly unknown[]): string {
  if (typeof value === "number") {
    const near = nearestNumbers(
      value,
      allowed.filter((entry): entry is number => typeof entry === "number"),
    );
    return near.length > 0 ? `; nearest: ${near.join(" or ")}` : "";
  }
  if (typeof value !== "string") return "";
  const meant = likelyText(
    value,
    allowed.filter((entry): entry is string => typeof entry === "string"),
  );
  return meant === undefined ? "" : `; did you mean ${shown(meant)}?`;
}

type Sentence = (error: ErrorObject, property: string) => Failure | undefined;
type Params<K extends DefinedError["keyword"]> = Extract<DefinedError, { keyword: K }>["params"];

const remedyOf = (error: ErrorObject): string | undefined =>
  (error.parentSchema as { remedy?: string } | undefined)?.remedy;

const subjectOf = (error: ErrorObject): string =>
  (error.parentSchema as { subject?: string } | undefined)?.subject ?? "";

const broken: Sentence = (error, property) => ({
  property,
  reason: `${given(property, error.data)} is not valid: ${remedyOf(error) ?? error.message}`,
});

const missing = (property: string): Failure => ({ property, reason: "is required: set it" });

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: (error, at) => missing(child(at, (error.params as Params<"required">).missingProperty)),
  dependencies: (error, at) => {
    const { missingProperty, property } = error.params as Params<"dependencies">;
    return {
      property: child(at, missingProperty),
      reason: `is required together with ${property}: set both or neither`,
    };
  },
  additionalProperties: (error, at) => {
    const name = (error.params as Params<"additionalProperties">).additionalProperty;
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    const meant = likelyText(name, known);
    return {
      property: child(at, name),
      reason: `is not an argument${meant ? `: did you mean ${meant}?` : `; known are: ${known.join(", ")}`}`,
    };
  },
  enum: (error, property) => {
    const allowed = (error.params as Params<"enum">).allowedValues;
    const list = remedyOf(error) ?? `use one of ${allowed.map(shown).join(", ")}`;
    return { property, reason: `${given(property, error.data)} is not allowed: ${list}${likely(error.data, allowed)}` };
  },
  type: (error, property) => ({
    property,
    reason: `${given(property, error.data)} has the wrong type: ${(error.params as Params<"type">).type} is needed${
      remedyOf(error) ? ` (${remedyOf(error)})` : ""
    }`,
  }),
  uniqueItems: (error, property) => {
    const { i, j } = error.params as Params<"uniqueItems">;
    return { property: `${property}[${Math.max(i, j)}]`, reason: `repeats entry [${Math.min(i, j)}]: name each once` };
  },
  not: (error, property) => ({ property, reason: remedyOf(error) ?? "is not allowed here: remove it" }),
  anyOf: (error, at) => ({ property: child(at, subjectOf(error)), reason: remedyOf(error) ?? "" }),
  propertyNames: () => undefined,
  if: () => undefined,
};

// The alternatives inside an `anyOf` are explained by the remedy of the `anyOf` itself.
const insideAlternative = (error: ErrorObject): boolean => /\/anyOf\/\d+\//.test(error.schemaPath);

// Of several rules that one value breaks, the one that says most is told alone: a wrong type before everything, an exact
// value before a list, a short list before a long one. `Infinity` marks rules that add to each other.
const breadth = (error: ErrorObject): number => {
  if (error.keyword === "type") return -1;
  if (error.keyword === "not") return 0;
  if (error.keyword === "const") return 1;
  return error.keyword === "enum" ? (error.params as Params<"enum">).allowedValues.length : Number.POSITIVE_INFINITY;
};

/** One failure per property path, worded for the person who reads the preview. */
export function toFailures(errors: readonly ErrorObject[]): Failure[] {
  const byPath = new Map<string, Array<Failure & { breadth: number }>>();
  for (const error of errors) {
    if (insideAlternative(error)) continue;
    const failure = (SENTENCES[error.keyword] ?? broken)(error, propertyPath(error.instancePath));
    if (!failure) continue;
    const told = byPath.get(failure.property) ?? [];
    byPath.set(failure.property, [...told, { ...failure, breadth: breadth(error) }]);
  }
  return [...byPath].map(([property, told]) => {
    const narrowest = Math.min(...told.map((failure) => failure.breadth));
    const kept = told.filter((failure) => failure.breadth === narrowest).map((failure) => failure.reason);
    return { property, reason: [...new Set(kept)].join("; ") };
  });
}
