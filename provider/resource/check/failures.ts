import type { DefinedError, ErrorObject } from "ajv";
import type { Failure } from "../describe/failure";
import { likelyText, suggestion, type Unit } from "./suggestions";

/** A JSON pointer as users write it: `/instanceBackupPolicy/backupAt/2` is `instanceBackupPolicy.backupAt[2]`. */
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

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

/** The given value, as messages show it. */
type Given = (property: string, error: ErrorObject) => string;

const givenBut =
  (secrets: ReadonlySet<string>): Given =>
  (property, { data }) =>
    secrets.has(property) ? `the given ${property} (not shown)` : cut(shown(data));

/** What is wrong, and what to do about it. One message joins all remedies for the same mistake. */
interface Finding {
  readonly property: string;
  readonly wrong: string;
  readonly remedy?: string;
}

type Sentence = (error: ErrorObject, property: string, given: Given) => Finding | undefined;
type Params<K extends DefinedError["keyword"]> = Extract<DefinedError, { keyword: K }>["params"];

/** What a rule says in this project's own keywords. */
interface Words {
  readonly remedy?: string;
  readonly subject?: string;
  readonly unguessed?: true;
  readonly unit?: Unit;
}

const wordsOf = ({ parentSchema }: ErrorObject): Words => (parentSchema ?? {}) as Words;

const broken: Sentence = (error, property, given) => ({
  property,
  wrong: `${given(property, error)} is not valid`,
  remedy: wordsOf(error).remedy ?? error.message,
});

/** The given value as a list, to show what was needed. */
const asList = (value: unknown): string => {
  const entries = typeof value === "string" ? value.split(/[,;\s]+/).filter(Boolean) : [value];
  return typeof value === "object" || entries.length === 0 ? "" : `, such as ${cut(shown(entries))}`;
};

/** What a message asks for if the value has the wrong type. */
const TYPES: Readonly<Record<string, (value: unknown) => string>> = {
  array: (value) => `a list is needed${asList(value)}`,
  boolean: () => "true or false is needed",
  integer: () => "a whole number is needed",
  number: () => "a number is needed",
  object: () => "an object is needed",
  string: () => "a text is needed",
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: (error, at) => ({
    property: child(at, (error.params as Params<"required">).missingProperty),
    wrong: "is required",
    remedy: wordsOf(error).remedy ?? "set it",
  }),
  dependencies: (error, at) => {
    const { missingProperty, property } = error.params as Params<"dependencies">;
    return {
      property: child(at, missingProperty),
      wrong: `is required together with ${property}`,
      remedy: "set both or neither",
    };
  },
  additionalProperties: (error, at) => {
    const name = (error.params as Params<"additionalProperties">).additionalProperty;
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    const meant = likelyText(name, known);
    return {
      property: child(at, name),
      wrong: "is not an argument",
      remedy: meant ? `did you mean ${meant}?` : `use one of ${known.join(", ")}`,
    };
  },
  enum: (error, property, given) => {
    const allowed = (error.params as Params<"enum">).allowedValues;
    const { remedy, unguessed, unit } = wordsOf(error);
    const list = remedy ?? `use one of ${allowed.map(shown).join(", ")}`;
    const meant = unguessed ? undefined : suggestion(error.data, allowed, unit);
    return {
      property,
      wrong: `${given(property, error)} is not allowed`,
      remedy: meant === undefined ? list : `${list}; ${meant}`,
    };
  },
  type: (error, property, given) => {
    const { remedy } = wordsOf(error);
    const { type } = error.params as Params<"type">;
    const needed = TYPES[type]?.(error.data) ?? `${type} is needed`;
    return {
      property,
      wrong: `${given(property, error)} has the wrong type`,
      remedy: remedy ? `${needed} (${remedy})` : needed,
    };
  },
  uniqueItems: (error, at) => {
    const { i, j } = error.params as Params<"uniqueItems">;
    const property = `${at}[${Math.max(i, j)}]`;
    return { property, wrong: `repeats entry [${Math.min(i, j)}]`, remedy: "name each once" };
  },
  not: (error, property) => ({ property, wrong: wordsOf(error).remedy ?? "is not allowed here: remove it" }),
  anyOf: (error, at) => ({ property: child(at, wordsOf(error).subject ?? ""), wrong: wordsOf(error).remedy ?? "" }),
  propertyNames: () => undefined,
  if: () => undefined,
};

// The remedy of an `anyOf` explains the alternatives inside it.
const insideAlternative = (error: ErrorObject): boolean => /\/anyOf\/\d+\//.test(error.schemaPath);

// If one value breaks several rules, only the most precise one is reported: a wrong type before everything, an exact value
// before a list, a short list before a long one. Rules of breadth `Infinity` are reported together.
const breadth = (error: ErrorObject): number => {
  if (error.keyword === "type") return -1;
  if (error.keyword === "not") return 0;
  if (error.keyword === "const") return 1;
  return error.keyword === "enum" ? (error.params as Params<"enum">).allowedValues.length : Number.POSITIVE_INFINITY;
};

function reasonOf(findings: readonly Finding[]): string {
  const remedies = new Map<string, Set<string>>();
  for (const { wrong, remedy } of findings) {
    const known = remedies.get(wrong) ?? new Set();
    remedies.set(wrong, remedy === undefined ? known : known.add(remedy));
  }
  return [...remedies]
    .map(([wrong, all]) => [wrong, ...(all.size > 0 ? [[...all].join("; ")] : [])].join(": "))
    .join("; ");
}

/**
 * One failure per property path, worded for the person who reads the preview.
 *
 * @param secrets Arguments whose values are not shown.
 */
export function toFailures(errors: readonly ErrorObject[], secrets: ReadonlySet<string> = new Set()): Failure[] {
  const given = givenBut(secrets);
  const byPath = new Map<string, Array<Finding & { breadth: number }>>();
  for (const error of errors) {
    if (insideAlternative(error)) continue;
    const finding = (SENTENCES[error.keyword] ?? broken)(error, propertyPath(error.instancePath), given);
    if (!finding) continue;
    const others = byPath.get(finding.property) ?? [];
    byPath.set(finding.property, [...others, { ...finding, breadth: breadth(error) }]);
  }
  return [...byPath].map(([property, findings]) => {
    const narrowest = Math.min(...findings.map((finding) => finding.breadth));
    return { property, reason: reasonOf(findings.filter((finding) => finding.breadth === narrowest)) };
  });
}
