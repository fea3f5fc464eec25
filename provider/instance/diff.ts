import { isDeepStrictEqual } from "node:util";
import { ARGUMENTS, CHANGES, howOf, IN_PLACE } from "./changes";
import { sameMeaning } from "./equality";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";
import { hasUnknown } from "./unknown";

/** The arguments whose declared value differs from the state, by what the difference asks for. */
export interface Difference {
  /** Changed in place, whatever the call. */
  readonly modified: ArgumentName[];
  readonly replaced: ArgumentName[];
  readonly recorded: ArgumentName[];
}

const differs = (property: ArgumentName, state: InstanceOutputs, declared: InstanceInputs): boolean => {
  if (hasUnknown(declared[property])) return true;
  if (CHANGES[property].onlyIfDeclared && declared[property] === undefined) return false;
  return !sameMeaning(property, state, declared);
};

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((within, key) => (within as Record<string, unknown> | undefined)?.[key], value);

// The option `replaceOnChanges`: names of arguments, paths into them, or `*`. Of a path only its own value counts.
function replacesAsAsked(property: ArgumentName, state: InstanceOutputs, declared: InstanceInputs): boolean {
  if (!(IN_PLACE as readonly string[]).includes(CHANGES[property].how)) return false;
  return (declared.replaceOnChanges ?? []).some((asked) => {
    const [name, ...path] = asked.split(/[.[\]"]+/).filter(Boolean);
    if (name !== "*" && name !== property) return false;
    return path.length === 0 || !isDeepStrictEqual(at(state[property], path), at(declared[property], path));
  });
}

/** Compares state with declaration by meaning, not by text. Pure. */
export function difference(state: InstanceOutputs, declared: InstanceInputs): Difference {
  const changed = ARGUMENTS.filter((property) => differs(property, state, declared));
  const how = (property: ArgumentName): string =>
    replacesAsAsked(property, state, declared) ? "replace" : howOf(property, state[property], declared[property]);
  const by = (...ways: readonly string[]): ArgumentName[] => changed.filter((property) => ways.includes(how(property)));
  return { modified: by(...IN_PLACE), replaced: by("replace"), recorded: by("record") };
}

const shown = (property: ArgumentName, value: unknown): string => {
  if (property === "password") return "[secret]";
  if (value === undefined) return "(not set)";
  return hasUnknown(value) ? "(known after the update)" : JSON.stringify(value);
};

/** One line per property that forces a replacement: old, new, what is lost, and the way round. */
export function replacementLines(
  state: InstanceOutputs,
  declared: InstanceInputs,
  replaced: readonly ArgumentName[],
): string[] {
  return replaced.map((property) => {
    const asked = { because: "is listed in replaceOnChanges", wayRound: "take it off the list to keep the cache" };
    const { because, wayRound } = replacesAsAsked(property, state, declared) ? asked : CHANGES[property];
    const change = `${shown(property, state[property])} -> ${shown(property, declared[property])}`;
    const advice = wayRound ? `; ${wayRound}` : "";
    return `cache "${state.name}": ${property} ${change} replaces the cache: its data and address are lost (${property} ${because}${advice})`;
  });
}

/** One line per argument that is taken away though the service keeps a value for it, or whose change nobody would see. */
export function noticeLines(
  state: InstanceOutputs,
  declared: InstanceInputs,
  modified: readonly ArgumentName[],
): string[] {
  return modified.flatMap((property) => {
    const { removed, silent } = CHANGES[property];
    if (silent) return [`cache "${state.name}": ${property} ${silent}`];
    return removed && declared[property] === undefined
      ? [`cache "${state.name}": ${property} is no longer declared: ${removed}`]
      : [];
  });
}

/** One line per argument that the service now has differently than the state did. */
export function driftLines(before: InstanceOutputs, now: InstanceOutputs): string[] {
  if (before.name === undefined) return [];
  return ARGUMENTS.filter((property) => CHANGES[property].how !== "ignore")
    .filter((property) => before[property] !== undefined || CHANGES[property].onlyIfDeclared === undefined)
    .filter((property) => !sameMeaning(property, before, now))
    .map(
      (property) =>
        `cache "${before.name}": ${property} was changed outside of Pulumi: ${shown(property, before[property])} -> ${shown(property, now[property])}`,
    );
}

/** Arguments that were left to their default and have another value now: they belong into the inputs a refresh shows. */
export function undeclaredDrift(now: InstanceOutputs, declared: Partial<InstanceInputs>): Partial<InstanceInputs> {
  const { modified, replaced } = difference(now, declared as InstanceInputs);
  const strange = [...modified, ...replaced].filter((property) => declared[property] === undefined);
  return Object.fromEntries(
    strange.filter((property) => now[property] !== undefined).map((property) => [property, now[property]]),
  );
}
