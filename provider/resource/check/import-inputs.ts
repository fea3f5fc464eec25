import type { Run } from "../../process/run";
import { isSecret, type Values } from "../describe/argument";
import type { ResourceType } from "../describe/resource-type";
import { validate } from "./validate";

const rootOf = (path: string): string => path.split(/[.[]/)[0] ?? "";

/** The inputs of a program that declares the resource as it is. What cannot be read, or cannot be declared, is left out. */
export async function importInputs<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  id: string,
  state: Values,
): Promise<Values> {
  const names = Object.keys(type.arguments).filter((name) => {
    const argument = type.arguments[name];
    return argument !== undefined && argument.change.how !== "ignore" && !isSecret(argument);
  });
  const shown = Object.fromEntries(names.filter((name) => name in state).map((name) => [name, state[name]]));
  const declared = (await type.declarationOf?.(type.connect(run, state), id, shown, state)) ?? shown;
  const refused = new Set(validate(type.schema, declared).map(({ property }) => rootOf(property)));
  return Object.fromEntries(
    Object.entries(declared).filter(([name, value]) => value !== undefined && !refused.has(name)),
  );
}
