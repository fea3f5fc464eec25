import { isDeepStrictEqual } from "node:util";
import type { Props } from "../values/received";
import { beforeDeclared } from "./imported";
import { isShown, namesIn, neverShown, type ResourceKind } from "./resource-kind";

/*
 * The state lists which arguments the program declared last, because a dynamic provider is not given the old inputs. The
 * engine gives them to a plugin, so the plugin's state has the list only where the inputs do not say the same.
 */
const DECLARED = "__declared";

/*
 * The same is true of values that the service never shows: the inputs have them. After a failed update the inputs are
 * ahead. The state then has the value that is still set, and lists the arguments that have none yet.
 */
const UNSET = "__unset";

/**
 * The state as the methods of the type know it.
 *
 * @param news What is declared now; absent where nothing is compared with it.
 */
export function stateFor(of: ResourceKind, olds: Props, oldInputs: Props, news?: Props): Props {
  const before = beforeDeclared(of, olds, oldInputs, news);
  const { [UNSET]: unset, ...state }: Props = before.state;
  for (const name of Object.keys(of.derived)) delete state[name];
  for (const name of neverShown(of))
    if (state[name] === undefined && oldInputs[name] !== undefined && !listedIn(unset).includes(name))
      state[name] = oldInputs[name];
  return { [DECLARED]: namesIn(before.oldInputs), ...state };
}

const listedIn = (names: unknown): readonly string[] => (names ?? []) as string[];

/** The state as the engine keeps it beside these inputs. */
export function stateToKeep(of: ResourceKind, state: Readonly<Props>, inputs: Readonly<Props>): Props {
  const { [DECLARED]: declared, customTimeouts: _, ...known } = state;
  const listed = listedIn(declared).filter((name) => name !== "customTimeouts");
  const isSaid = isDeepStrictEqual([...listed].sort(), namesIn(inputs).sort());
  const unset = neverShown(of).filter((name) => known[name] === undefined && inputs[name] !== undefined);
  const kept = Object.entries(known).filter(
    ([name, value]) => isShown(of, name) || !isDeepStrictEqual(value, inputs[name]),
  );
  const derived = Object.entries(of.derived).map(([name, value]) => [name, value(known)]);
  return {
    ...Object.fromEntries(kept),
    ...(isSaid ? {} : { [DECLARED]: listed }),
    ...(unset.length > 0 ? { [UNSET]: unset } : {}),
    ...Object.fromEntries(derived),
  };
}
