import { isDeepStrictEqual } from "node:util";
import type { Props } from "../values/received";
import { argumentsOf, type ResourceKind } from "./resource-kind";

/*
 * The state lists which arguments the program declared last, because a dynamic provider is not given the old inputs. The
 * engine gives them to a plugin, so the plugin's state has the list only where the inputs do not say the same.
 */
const DECLARED = "__declared";

/** Values that were changed outside of Pulumi, as they were before. */
const BEFORE_DRIFT = "__beforeDrift";

/** The state is of an import: nobody has declared yet what the service never shows. */
const IMPORTED = "__imported";

const names = (inputs: Readonly<Props>): string[] => Object.keys(inputs).filter((name) => !name.startsWith("__"));

/** The state as the methods of the type know it. */
export function stateFor(of: ResourceKind, olds: Props, oldInputs: Props, news: Props = {}): Props {
  const { [IMPORTED]: isImported, ...state } = olds;
  for (const name of Object.keys(of.derived)) delete state[name];
  // After an import or a step without changes only the inputs know what the service never shows.
  for (const [name, { answered }] of argumentsOf(of)) {
    if (answered !== false) continue;
    state[name] ??= oldInputs[name] ?? (isImported ? news[name] : undefined);
    if (state[name] === undefined) delete state[name];
  }
  if (isImported)
    for (const [name, { concerns }] of argumentsOf(of))
      if (concerns && state[name] !== undefined)
        state[name] = concerns(state[name], { ...objectIn(oldInputs[name]), ...objectIn(news[name]) });
  return { [DECLARED]: names(oldInputs), ...state };
}

const objectIn = (value: unknown): object => (value !== null && typeof value === "object" ? value : {});

/** The state as the engine keeps it beside these inputs. */
export function stateToKeep(of: ResourceKind, state: Readonly<Props>, inputs: Readonly<Props>): Props {
  const { [DECLARED]: declared, customTimeouts: _, ...kept } = state;
  const listed = ((declared ?? []) as string[]).filter((name) => name !== "customTimeouts");
  const isSaid = isDeepStrictEqual([...listed].sort(), names(inputs).sort());
  const derived = Object.entries(of.derived).map(([name, value]) => [name, value(kept)]);
  return { ...kept, ...(isSaid ? {} : { [DECLARED]: listed }), ...Object.fromEntries(derived) };
}

/** The state of a resource that is read for the first time. */
export function stateOfImport(of: ResourceKind, state: Readonly<Props>, inputs: Readonly<Props>): Props {
  // To a method everything of a resource that it reads for the first time has changed.
  const { [BEFORE_DRIFT]: _, ...found }: Props = state;
  const partly = new Set(argumentsOf(of).flatMap(([name, { concerns }]) => (concerns ? [name] : [])));
  for (const name of names(inputs)) if (!partly.has(name)) found[name] = inputs[name];
  return stateToKeep(of, { ...found, [DECLARED]: names(inputs), [IMPORTED]: true }, inputs);
}

/** What a refresh keeps of {@link stateOfImport}. */
export const importedAsBefore = ({ [IMPORTED]: isImported }: Readonly<Props>): Props =>
  isImported === undefined ? {} : { [IMPORTED]: isImported };
