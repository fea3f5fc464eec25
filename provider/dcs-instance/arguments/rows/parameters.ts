import { isDeepStrictEqual } from "node:util";
import type { Values } from "../../../resource/describe/argument";
import type { Parameters } from "../../api/features/parameters";
import { isEmpty } from "../../values/meanings";
import { judgeByTable } from "../../values/parameters/parameter-checks";
import { asDeclared, ofNames, type ParameterValues, risksOf } from "../../values/parameters/parameter-values";
import { factValue } from "../../values/served";
import type { InstanceArgument } from "../row/instance-argument";

const texts = (values: unknown): unknown =>
  Object.entries((values ?? {}) as ParameterValues)
    .map(([name, value]) => [name, String(value)])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));

// A resource that is only read declares nothing and shows all. One that declares none any more shows none.
const shownOf = ({ redis_config: all }: Parameters, declared: Values): ParameterValues | undefined => {
  if (!("parameters" in declared)) return asDeclared(all, {});
  return declared.parameters === undefined ? undefined : ofNames(all, declared.parameters as ParameterValues);
};

/** How Redis itself is set. */
export const PARAMETER_ROWS = {
  parameters: {
    asks: "parameters",
    afterCreate: true,
    schema: {
      type: "object",
      additionalProperties: { type: ["string", "number"] },
      remedy: 'name parameters with their values, such as { timeout: 300, "maxmemory-policy": "allkeys-lru" }',
    },
    judge: (value, inputs, exists) => (exists ? [] : judgeByTable(value as ParameterValues, inputs)),
    change: {
      how: "parameters",
      effect: (state, declared) =>
        risksOf((state.parameters ?? {}) as ParameterValues, (declared.parameters ?? {}) as ParameterValues),
      removed: "every parameter that was declared returns to its default",
    },
    fields: ["param_name", "param_value", "redis_config"],
    same: (state, declared) =>
      declared.parameters === undefined
        ? state.parameters === undefined
        : isDeepStrictEqual(texts(state.parameters), texts(declared.parameters)),
    // Other parameters of an instance that is taken over are left alone.
    concerns: (shown, declared) =>
      Object.fromEntries(
        Object.entries((shown ?? {}) as ParameterValues).filter(([name]) => name in ((declared ?? {}) as object)),
      ),
    served: ({ facts }, declared) => factValue(facts?.parameters, (found) => shownOf(found, declared as Values)),
    implied: isEmpty,
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
