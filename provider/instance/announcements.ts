import { ARGUMENTS, CHANGES, howOf } from "./changes";
import { type Before, type Declared, replacesAsAsked, withImplied } from "./diff";
import { sameMeaning } from "./equality";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";
import { hasUnknown } from "./unknown";

/** A value as a line shows it; secrets are not shown. */
export const shown = (property: ArgumentName, value: unknown): string => {
  if (property === "password") return "[secret]";
  if (value === undefined) return "(not set)";
  return hasUnknown(value) ? "(known after the update)" : JSON.stringify(value);
};

const change = (property: ArgumentName, before: InstanceOutputs, after: Declared): string =>
  `${property} ${shown(property, before[property])} -> ${shown(property, after[property])}`;

const OLD_FIRST =
  "The old cache is deleted before the new one is ordered, so there is no cache until the new one is created";
const NEW_FIRST = "The new cache is created first, because its name differs; then the old one is deleted";

/** One line per property that forces a replacement: old, new, what is lost, and what avoids it. */
export function replacementLines(
  state: InstanceOutputs,
  declaration: InstanceInputs,
  replaced: readonly ArgumentName[],
): string[] {
  const declared = withImplied(declaration);
  const order = sameMeaning("name", state, declared) ? OLD_FIRST : NEW_FIRST;
  return replaced.map((property) => {
    const asked = { because: "is listed in replaceOnChanges", wayRound: "take it off the list to keep the cache" };
    const { because, wayRound } = replacesAsAsked(property, state, declared) ? asked : CHANGES[property];
    const advice = wayRound ? `; ${wayRound}` : "";
    return `cache "${state.name}": ${change(property, state, declared)} replaces the cache: its data, backups and address are lost (${property} ${because}${advice}). ${order}`;
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

/** One line per argument that is only written differently: Pulumi lists it among the changes, though it is none. */
export function spellingLines(state: InstanceOutputs, declared: InstanceInputs): string[] {
  const { availableZones } = declared;
  if (availableZones === undefined || hasUnknown(availableZones)) return [];
  const respelled = JSON.stringify([...availableZones].sort()) !== JSON.stringify([...state.availableZones].sort());
  return respelled && sameMeaning("availableZones", state, declared)
    ? [`cache "${state.name}": availableZones names the same zones in another way, which changes nothing`]
    : [];
}

/** What the next `pulumi up` makes of a difference that only the service shows. */
function consequence(property: ArgumentName, now: InstanceOutputs, { declared, values }: Before): string {
  if (!declared.has(property)) return "The program does not declare it, so it stays as it is";
  if (howOf(property, now[property], values[property]) !== "replace")
    return "The next `pulumi up` would change it back, in place";
  return values.replaceOnDrift
    ? "The next `pulumi up` would replace the cache, because replaceOnDrift is true"
    : `The next \`pulumi up\` would stop, because only a replacement could change it back: declare ${shown(property, now[property])} to keep the cache`;
}

/**
 * One line per argument that the service has differently from what the program declared; of those it never declared,
 * one where the value is another than in the state.
 */
export function driftLines(state: InstanceOutputs, now: InstanceOutputs, before: Before): string[] {
  if (state.name === undefined) return [];
  // Who declares a password wants the cache to be used with one.
  const names = before.declared.has("password") ? [...before.declared, "noPasswordAccess"] : before.declared;
  const declared: ReadonlySet<string> = new Set(names);
  return ARGUMENTS.flatMap((property) => {
    const { how, onlyIfDeclared } = CHANGES[property];
    if (how === "ignore" || how === "record" || (onlyIfDeclared && !declared.has(property))) return [];
    const from = declared.has(property) ? (before.values as InstanceOutputs) : state;
    if (sameMeaning(property, now, from)) return [];
    const change = `${shown(property, from[property])} -> ${shown(property, now[property])}`;
    return `cache "${state.name}": ${property} was changed outside of Pulumi: ${change}. ${consequence(property, now, { ...before, declared })}`;
  });
}

/** Why a cache is not replaced for what only the service shows, and the ways on. */
export function driftRefusal(state: InstanceOutputs, declaration: InstanceInputs, drifted: readonly ArgumentName[]) {
  const declared = withImplied(declaration);
  const list = drifted.map(
    (property) =>
      `${property} is ${shown(property, state[property])} and the program declares ${shown(property, declared[property])}`,
  );
  return `cache "${state.name}" was changed outside of Pulumi, and only a replacement, which loses its data and backups, could change it back: ${list.join("; ")}. Nothing is replaced. To keep the cache, declare what is there. To give it up for a new one, set replaceOnDrift: true until it is replaced, or run \`pulumi destroy --target <urn>\` and then \`pulumi up\` (\`pulumi stack --show-urns\` lists the urns)`;
}

/** Why a protected cache is not replaced, and the way on. */
export const replacementRefusal = (name: string, replaced: readonly string[]): string =>
  `cache "${name}" is protected by deletionProtection, and a change of ${replaced.join(", ")} would replace it, which deletes it with its data and backups. Nothing is replaced. To keep the cache, take the change back. To replace it, set deletionProtection: false, run \`pulumi up\`, and then make the change`;

/** Why a protected cache is not deleted, and the way on. */
export const deletionRefusal = (name: string, id: string): string =>
  `cache "${name}" (${id}) is protected by deletionProtection and was not deleted. To delete it, declare it with deletionProtection: false, run \`pulumi up\`, and then delete it`;
