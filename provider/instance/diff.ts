import { isDeepStrictEqual } from "node:util";
import { ARGUMENTS, CHANGES, howOf, IN_PLACE } from "./changes";
import { sameMeaning } from "./equality";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";
import { hasUnknown } from "./unknown";

/** Arguments with their values; one that is not there has none. */
export type Declared = Partial<InstanceInputs>;

/** What held before: by the program's will, and at the service as Pulumi knew it. */
export interface Before {
  /** Arguments that the program declared at its last update. Any other is not managed. */
  readonly declared: ReadonlySet<string>;
  /** Every argument as it was before anything was changed outside of Pulumi. */
  readonly values: Declared;
}

/** The arguments whose declared value differs from the state, by what the difference asks for. */
export interface Difference {
  /** Changed in place, whatever the call. */
  readonly modified: ArgumentName[];
  readonly replaced: ArgumentName[];
  /** Those of `replaced` that only the service shows: the program declares what it declared before. */
  readonly drifted: ArgumentName[];
  /** Only the state is renewed. */
  readonly recorded: ArgumentName[];
}

/** A declared password is also the wish that the cache is used with one. */
export const withImplied = <T extends Declared>(declared: T): T =>
  declared.noPasswordAccess === undefined && declared.password !== undefined
    ? { ...declared, noPasswordAccess: false }
    : declared;

/** Whether the program says what the argument is to be, or did so last and has taken it away. */
const isManaged = (property: ArgumentName, declared: Declared, before: Before): boolean =>
  declared[property] !== undefined || (before.declared.has(property) && CHANGES[property].onlyIfDeclared === undefined);

const differs = (property: ArgumentName, state: InstanceOutputs, declared: InstanceInputs, before: Before): boolean => {
  if (hasUnknown(declared[property])) return true;
  return isManaged(property, declared, before) && !sameMeaning(property, state, declared);
};

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((within, key) => (within as Record<string, unknown> | undefined)?.[key], value);

/** The option `replaceOnChanges`: names of arguments, paths into them, or `*`. Of a path only its own value counts. */
export function replacesAsAsked(property: ArgumentName, state: InstanceOutputs, declared: InstanceInputs): boolean {
  if (!(IN_PLACE as readonly string[]).includes(CHANGES[property].how)) return false;
  return (declared.replaceOnChanges ?? []).some((asked) => {
    const [name, ...path] = asked.split(/[.[\]"]+/).filter(Boolean);
    if (name !== "*" && name !== property) return false;
    return path.length === 0 || !isDeepStrictEqual(at(state[property], path), at(declared[property], path));
  });
}

/** Whether the program wants another value than there was before anything was changed outside of Pulumi. */
const isChangedByProgram = (property: ArgumentName, declared: InstanceInputs, { values }: Before): boolean =>
  hasUnknown(declared[property]) || !sameMeaning(property, values as InstanceOutputs, declared);

/** Compares the state, as the service shows it, with what the program declares; by meaning, not by text. Pure. */
export function difference(state: InstanceOutputs, declaration: InstanceInputs, before: Before): Difference {
  const declared = withImplied(declaration);
  const changed = ARGUMENTS.filter((property) => differs(property, state, declared, before));
  const how = (property: ArgumentName): string =>
    replacesAsAsked(property, state, declared) ? "replace" : howOf(property, state[property], declared[property]);
  const by = (...ways: readonly string[]): ArgumentName[] => changed.filter((property) => ways.includes(how(property)));
  const replaced = by("replace");
  // A value that was changed outside and is declared now: unless the state forgets the one before, it would count as the
  // program's will when the next one is changed outside.
  const accepted = ARGUMENTS.filter(
    (property) =>
      CHANGES[property].how !== "ignore" &&
      declaration[property] !== undefined &&
      !changed.includes(property) &&
      isChangedByProgram(property, declared, before),
  );
  return {
    modified: by(...IN_PLACE),
    replaced,
    drifted: replaced.filter((property) => !isChangedByProgram(property, declared, before)),
    recorded: [...by("record"), ...accepted],
  };
}
