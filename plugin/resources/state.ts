import { isDeepStrictEqual } from "node:util";
import type { Props } from "../values/received";
import { beforeDeclared } from "./imported";
import { argumentsOf, namesIn, type ResourceKind } from "./resource-kind";

/*
 * The state lists which arguments the program declared last, because a dynamic provider is not given the old inputs. The
 * engine gives them to a plugin, so the plugin's state has the list only where the inputs do not say the same.
 */
const DECLARED = "__declared";

/**
 * The state as the methods of the type know it.
 *
 * @param news What is declared now; absent where nothing is compared with it.
 */
export function stateFor(of: ResourceKind, olds: Props, oldInputs: Props, news?: Props): Props {
  const before = beforeDeclared(of, olds, oldInputs, news);
  const state = { ...before.state };
  for (const name of Object.keys(of.derived)) delete state[name];
  // After a step without changes only the inputs know what the service never shows.
  for (const [name, { answered }] of argumentsOf(of))
    if (answered === false && state[name] === undefined && oldInputs[name] !== undefined) state[name] = oldInputs[name];
  return { [DECLARED]: namesIn(before.oldInputs), ...state };
}

/** The state as the engine keeps it beside these inputs. */
export function stateToKeep(of: ResourceKind, state: Readonly<Props>, inputs: Readonly<Props>): Props {
  const { [DECLARED]: declared, customTimeouts: _, ...kept } = state;
  const listed = ((declared ?? []) as string[]).filter((name) => name !== "customTimeouts");
  const isSaid = isDeepStrictEqual([...listed].sort(), namesIn(inputs).sort());
  const derived = Object.entries(of.derived).map(([name, value]) => [name, value(kept)]);
  return { ...kept, ...(isSaid ? {} : { [DECLARED]: listed }), ...Object.fromEntries(derived) };
}
