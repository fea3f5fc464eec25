import type { ParameterEntry } from "../../api/features/parameters";
import { ruleOf } from "./table";

/** Parameters as a program declares them, with all values known. */
export type ParameterValues = Readonly<Record<string, string | number>>;

const isNumber = ({ value_type, param_value }: ParameterEntry): boolean =>
  /^int/i.test(value_type ?? "") && /^-?\d+$/.test(param_value ?? "");

/** Value of a parameter: as declared if it means the same. */
const readValue = (entry: ParameterEntry, declared: ParameterValues): string | number => {
  const value = entry.param_value ?? "";
  const wanted = declared[entry.param_name];
  if (wanted !== undefined && String(wanted) === value) return wanted;
  return isNumber(entry) ? Number(value) : value;
};

/** All parameters with their values. */
export const asDeclared = (all: readonly ParameterEntry[], declared: ParameterValues): ParameterValues =>
  Object.fromEntries(all.map((entry) => [entry.param_name, readValue(entry, declared)]));

/** The declared parameters with their values at the service. */
export const ofNames = (all: readonly ParameterEntry[], declared: ParameterValues): ParameterValues =>
  asDeclared(
    all.filter(({ param_name }) => Object.hasOwn(declared, param_name)),
    declared,
  );

/** What the changed parameters do that one should know before, if anything. */
export function risksOf(before: ParameterValues, after: ParameterValues): string | undefined {
  const risks = Object.entries(after)
    .filter(([name, value]) => String(before[name]) !== String(value))
    .flatMap(([name, value]) => {
      const risk = ruleOf(name)?.risk?.[String(value)];
      return risk === undefined ? [] : [`${name} ${value}: ${risk}`];
    });
  return risks.length > 0 ? `has a risk: ${risks.join("; ")}` : undefined;
}
