import type { Props } from "../values/received";
import { argumentsOf, namesIn, type ResourceKind } from "./resource-kind";

/*
 * After an import the engine keeps, as inputs, what the provider has read: no program has declared anything yet. The state
 * lists those inputs. As long as the old inputs are these, what the program does not declare is left alone.
 */
const IMPORTED = "__imported";

/** Values that were changed outside of Pulumi, as they were before. */
const BEFORE_DRIFT = "__beforeDrift";

/** The state of a resource that is read for the first time, beside the inputs that declare it. */
export function asImported(state: Readonly<Props>, inputs: Readonly<Props>): Props {
  // To a method everything of a resource that it reads for the first time has changed.
  const { [BEFORE_DRIFT]: _, ...found }: Props = state;
  return { ...found, [IMPORTED]: namesIn(inputs), __declared: namesIn(inputs) };
}

/** What a refresh keeps of it. */
export const importedAsBefore = ({ [IMPORTED]: names }: Readonly<Props>): Props =>
  names === undefined ? {} : { [IMPORTED]: names };

/** A state, and what was declared before. */
export interface Before {
  readonly state: Props;
  readonly oldInputs: Props;
}

/** The state of an imported resource, as a declaration is compared with it. Any other state is returned as it is. */
export function beforeDeclared(of: ResourceKind, olds: Props, oldInputs: Props, news: Props | undefined): Before {
  const { [IMPORTED]: names, ...state } = olds;
  if (names === undefined) return { state: olds, oldInputs };
  const read = new Set(names as string[]);
  const isUndeclared = news !== undefined && namesIn(oldInputs).every((name) => read.has(name));
  const declared = isUndeclared ? {} : oldInputs;
  for (const [name, { answered, concerns }] of argumentsOf(of)) {
    // The inputs were written as a program would write them.
    if (!concerns && oldInputs[name] !== undefined) state[name] = oldInputs[name];
    // What the service never shows is taken to be as it is declared first.
    if (answered === false && news?.[name] !== undefined) state[name] ??= news[name];
    const isDeclared = declared[name] !== undefined || news?.[name] !== undefined;
    if (concerns && isDeclared && state[name] !== undefined)
      state[name] = concerns(state[name], { ...objectIn(declared[name]), ...objectIn(news?.[name]) });
  }
  return { state, oldInputs: declared };
}

const objectIn = (value: unknown): object => (value !== null && typeof value === "object" ? value : {});
