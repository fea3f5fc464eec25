import { type Argument, howOf, isSame, isSecret, type Values } from "../describe/argument";
import type { Before } from "../describe/before";
import { labelOf, type ResourceType } from "../describe/resource-type";
import { hasUnknown } from "../describe/unknown";
import { replacesAsAsked } from "./difference";

type Described = Pick<ResourceType<never, never>, "noun" | "lost" | "arguments" | "newComesFirst" | "replacement">;

/** A value as a line shows it. Secrets are not shown. */
export const shown = ({ arguments: all }: Pick<Described, "arguments">, name: string, value: unknown): string => {
  if (value === undefined) return "(not set)";
  if (all[name] && isSecret(all[name])) return "[secret]";
  return hasUnknown(value) ? "(known after the update)" : JSON.stringify(value);
};

/** An argument with its old and its new value. */
export const changeOf = (type: Pick<Described, "arguments">, name: string, before: Values, after: Values): string =>
  `${name} ${shown(type, name, before[name])} -> ${shown(type, name, after[name])}`;

function order({ noun, arguments: all, newComesFirst }: Described, state: Values, declared: Values): string {
  if (newComesFirst) return `The new ${noun} is created first; then the old one is deleted`;
  return all.name === undefined || isSame(all, "name", state, declared)
    ? `The old ${noun} is deleted before the new one is ordered, so there is no ${noun} until the new one is created`
    : `The new ${noun} is created first, because its name differs; then the old one is deleted`;
}

/** One line per property that forces a replacement: old, new, what is lost, and what avoids it. */
export function replacementLines(
  type: Described,
  state: Values,
  declared: Values,
  replaced: readonly string[],
): string[] {
  const { noun, lost } = type;
  return replaced.map((name) => {
    const argument = type.arguments[name] as Argument;
    const asked = { because: "is listed in replaceOnChanges", alternative: `take it off the list to keep the ${noun}` };
    const { because = "", alternative } = replacesAsAsked(argument, name, state, declared) ? asked : argument.change;
    const reason = typeof because === "string" ? because : because(state, declared);
    const advice = alternative ? `; ${alternative}` : "";
    const change = `${labelOf(type, state)}: ${changeOf(type, name, state, declared)}`;
    if (type.replacement !== undefined) return `${change} ${type.replacement}`;
    return `${change} replaces the ${noun}: ${lost} are lost (${name} ${reason}${advice}). ${order(type, state, declared)}`;
  });
}

/** One line per argument whose change has effects that Pulumi does not show, or that leaves a value at the service. */
export function noticeLines(
  { noun, arguments: all }: Pick<Described, "noun" | "arguments">,
  state: Values,
  declared: Values,
  modified: readonly string[],
): string[] {
  return modified.flatMap((name) => {
    const { removed, effect } = (all[name] as Argument).change;
    const label = labelOf({ noun }, state);
    const caused = hasUnknown(declared[name]) ? undefined : effect?.(state, declared);
    const left = removed && declared[name] === undefined ? `is no longer declared: ${removed}` : undefined;
    return [caused, left].filter((words) => words !== undefined).map((words) => `${label}: ${name} ${words}`);
  });
}

/** One line per argument that is only written differently. Pulumi lists it as a change, but it is none. */
export function equivalentLines({ noun, arguments: all }: Described, state: Values, declared: Values): string[] {
  return Object.entries(all)
    .filter(([, { comparedWith }]) => comparedWith !== undefined)
    .filter(([name]) => declared[name] !== undefined && !hasUnknown(declared[name]))
    .filter(([name]) => JSON.stringify(sorted(declared[name])) !== JSON.stringify(sorted(state[name])))
    .filter(([name]) => isSame(all, name, state, declared))
    .map(([name]) => `${labelOf({ noun }, state)}: ${name} says the same in another way, which changes nothing`);
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

/** What the next `pulumi up` does about a difference that only the service shows. */
function consequence(type: Described, name: string, now: Values, { declared, values }: Before): string {
  if (!declared.has(name)) return "The program does not declare it, so it stays as it is";
  if (howOf(type.arguments, name, now, values) !== "replace")
    return "The next `pulumi up` would change it back, in place";
  return values.replaceOnDrift
    ? `The next \`pulumi up\` would replace the ${type.noun}, because replaceOnDrift is true`
    : `The next \`pulumi up\` would stop, because only a replacement could change it back: declare ${shown(type, name, now[name])} to keep the ${type.noun}`;
}

/**
 * One line per argument whose value at the service differs from what the program declared. An argument that was never
 * declared is compared with the state.
 */
export function driftLines(type: Described, state: Values, now: Values, before: Before): string[] {
  // A resource that is read for the first time has no earlier values.
  if (Object.keys(state).length === 0) return [];
  return Object.entries(type.arguments).flatMap(([name, { change }]) => {
    const isDeclared = before.declared.has(name);
    if (["ignore", "record"].includes(change.how) || (change.onlyIfDeclared && !isDeclared)) return [];
    const from = isDeclared ? before.values : state;
    if (isSame(type.arguments, name, now, from)) return [];
    return `${labelOf(type, state)}: ${name} was changed outside of Pulumi: ${shown(type, name, from[name])} -> ${shown(type, name, now[name])}. ${consequence(type, name, now, before)}`;
  });
}
