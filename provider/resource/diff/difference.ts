import { isDeepStrictEqual } from "node:util";
import { type Argument, type Arguments, howOf, isSame, type Values } from "../describe/argument";
import type { Before } from "../describe/before";
import { hasUnknown } from "../describe/unknown";

/** The arguments whose declared value differs from the state, sorted by what has to be done. */
export interface Difference {
  /** Changed in place. */
  readonly modified: string[];
  readonly replaced: string[];
  /** Those of `replaced` that were changed only at the service: the program declares what it declared before. */
  readonly drifted: string[];
  /** Only the state changes. */
  readonly recorded: string[];
}

const isInPlace = (how: string): boolean => !["replace", "record", "ignore"].includes(how);

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((within, key) => (within as Record<string, unknown> | undefined)?.[key], value);

/** The option `replaceOnChanges`: names of arguments, paths into them, or `*`. For a path only the value there counts. */
export function replacesAsAsked(argument: Argument, property: string, state: Values, declared: Values): boolean {
  if (!isInPlace(argument.change.how)) return false;
  return ((declared.replaceOnChanges ?? []) as readonly string[]).some((asked) => {
    const [name, ...path] = asked.split(/[.[\]"]+/).filter(Boolean);
    if (name !== "*" && name !== property) return false;
    return path.length === 0 || !isDeepStrictEqual(at(state[property], path), at(declared[property], path));
  });
}

/**
 * Compares the state, as the service shows it, with what the program declares: by meaning, not by text. Makes no call.
 *
 * @param declared What the program declares and implies.
 */
export function difference(all: Arguments, state: Values, declared: Values, before: Before): Difference {
  // The program declares it now, or declared it last time and has removed it since.
  const isManaged = (name: string): boolean =>
    declared[name] !== undefined || (before.declared.has(name) && !all[name]?.change.onlyIfDeclared);
  const differs = (name: string): boolean =>
    hasUnknown(declared[name]) || (isManaged(name) && !isSame(all, name, state, declared));
  // The declared value differs from the value before anything was changed outside of Pulumi.
  const isNew = (name: string): boolean => hasUnknown(declared[name]) || !isSame(all, name, before.values, declared);
  const how = (name: string): string => {
    const argument = all[name] as Argument;
    return replacesAsAsked(argument, name, state, declared) ? "replace" : howOf(all, name, state, declared);
  };

  // A change in the program replaces, whatever the service shows. If the program removes an argument that was changed
  // outside, the user may want to keep the value that is there.
  const isWanted = (name: string): boolean => {
    const argument = all[name] as Argument;
    const isTakenAway = declared[name] === undefined && !isSame(all, name, state, before.values);
    if (!isNew(name) || isTakenAway) return false;
    return (
      howOf(all, name, before.values, declared) === "replace" ||
      replacesAsAsked(argument, name, before.values, declared)
    );
  };

  const names = Object.keys(all);
  const changed = names.filter(differs);
  const replaced = changed.filter((name) => how(name) === "replace");
  // A value was changed outside of Pulumi and is declared now. The state must forget the earlier value, or the next change
  // outside would count as a change by the program.
  const accepted = names.filter(
    (name) =>
      all[name]?.change.how !== "ignore" && declared[name] !== undefined && !changed.includes(name) && isNew(name),
  );
  // An argument that is no longer declared is not managed from now on. Nothing has to be changed for that.
  const released = names.filter(
    (name) =>
      before.declared.has(name) &&
      declared[name] === undefined &&
      !changed.includes(name) &&
      !all[name]?.change.onlyIfDeclared &&
      all[name]?.change.how !== "ignore",
  );
  return {
    modified: changed.filter((name) => isInPlace(how(name))),
    replaced,
    drifted: replaced.filter((name) => !isWanted(name)),
    recorded: [...changed.filter((name) => how(name) === "record"), ...accepted, ...released],
  };
}
