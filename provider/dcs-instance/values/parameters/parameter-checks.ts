import { likelyText } from "../../../resource/check/suggestions";
import type { Values } from "../../../resource/describe/argument";
import type { Failure } from "../../../resource/describe/failure";
import { hasUnknown, isUnknown } from "../../../resource/describe/unknown";
import type { ParameterEntry } from "../../api/features/parameters";
import type { Mode } from "../editions";
import { parseProductCode } from "../product-code";
import type { ParameterValues } from "./parameter-values";
import { type Allowed, allowedIn, isOffered, objectionTo, PARAMETERS, ruleOf } from "./table";

const pathOf = (name: string): string =>
  /^\w+$/.test(name) ? `parameters.${name}` : `parameters[${JSON.stringify(name)}]`;

const unknownName = (name: string, known: readonly string[]): Failure => {
  const meant = likelyText(name, known);
  return {
    property: pathOf(name),
    reason: `is not a parameter of this cache: ${meant ? `did you mean "${meant}"?` : `use one of ${[...known].sort().join(", ")}`}`,
  };
};

const wrongValue = (name: string, value: unknown, allowed: Allowed): Failure[] => {
  const objection = objectionTo(allowed, value);
  return objection === undefined
    ? []
    : [{ property: pathOf(name), reason: `${JSON.stringify(value)} is not allowed: ${objection}` }];
};

const known = (values: ParameterValues): Array<[string, string | number]> =>
  Object.entries(values).filter(([, value]) => !isUnknown(value));

/** What is wrong with parameters, by the documented table. */
export function judgeByTable(values: ParameterValues, inputs: Values): Failure[] {
  const { engineVersion, cacheMode, productId } = inputs;
  if (typeof engineVersion !== "string" || hasUnknown([engineVersion, cacheMode, productId])) return [];
  const mode = (cacheMode ?? (typeof productId === "string" ? parseProductCode(productId).mode : undefined)) as
    | Mode
    | undefined;
  const offered = Object.keys(PARAMETERS).filter((name) => {
    const rule = ruleOf(name);
    return rule !== undefined && isOffered(rule, engineVersion, mode);
  });
  return known(values).flatMap(([name, value]) => {
    const rule = ruleOf(name);
    if (rule === undefined) return [unknownName(name, offered)];
    if (!offered.includes(name))
      return [
        {
          property: pathOf(name),
          reason: `is not offered for Redis ${engineVersion}${mode ? ` in mode "${mode}"` : ""}: remove it`,
        },
      ];
    return wrongValue(name, value, allowedIn(rule, engineVersion));
  });
}

/** What the service's own list allows. A pattern of the service may be written for another engine, so it is not applied. */
function allowedBy({ value_range: range, value_type: type }: ParameterEntry): Allowed | undefined {
  if (!range || /^regular$/i.test(type ?? "")) return undefined;
  const [, from, to] = /^(-?\d+)\s*-\s*(\d+)$/.exec(range) ?? [];
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) };
  return range.includes(",") ? { words: range.split(",").map((word) => word.trim()) } : undefined;
}

/** What is wrong with parameters, by the list of the instance itself. */
export function judgeByList(values: ParameterValues, list: readonly ParameterEntry[]): Failure[] {
  const names = list.map(({ param_name }) => param_name);
  return known(values).flatMap(([name, value]) => {
    const entry = list.find(({ param_name }) => param_name === name);
    if (entry === undefined) return [unknownName(name, names)];
    const allowed = allowedBy(entry) ?? ruleOf(name)?.allowed;
    return allowed === undefined ? [] : wrongValue(name, value, allowed);
  });
}
