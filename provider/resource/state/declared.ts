import { type Arguments, isSame, isSecret, type Values } from "../describe/argument";
import type { Before } from "../describe/before";
import { own, type Props } from "./guard";

// `read` and `diff` get the state, not the program. The state lists which arguments the program declared last, to
// distinguish them from what the service filled in. If a refresh finds another value, the state keeps the earlier one.
const NAMES = "__declared";
const BEFORE_DRIFT = "__beforeDrift";

const namesIn = (props: Props): string[] => (Array.isArray(props[NAMES]) ? props[NAMES] : []);

const declaredNames = (all: Arguments, declared: Values): string[] =>
  Object.keys(all).filter((name) => declared[name] !== undefined);

/** What the state records of a declaration. */
export const withDeclared = (all: Arguments, declared: Values): Props => ({ [NAMES]: declaredNames(all, declared) });

/** What held before, read from the state. */
export const beforeOf = (props: Props): Before => ({
  declared: new Set(namesIn(props)),
  values: own({ ...own(props), ...(props[BEFORE_DRIFT] as object | undefined) }),
});

/** The arguments declared last, with their values. */
export const lastDeclared = ({ declared, values }: Before): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name)));

/** What the state records after a refresh: the earlier value of each argument that has another value at the service. */
export function withDrift(all: Arguments, { declared, values }: Before, now: Values): Props {
  const changed = Object.entries(all)
    // The service never returns it, so no change is visible; and a secret must not be in the state twice.
    .filter(([, argument]) => argument.answered !== false && !isSecret(argument))
    .map(([name]) => name)
    .filter((name) => (values[name] ?? now[name]) !== undefined && !isSame(all, name, now, values));
  const kept = changed.flatMap((name) => [name, ...(all[name]?.comparedWith ?? [])]);
  // A missing key would mean that the value has not changed.
  const before = Object.fromEntries(kept.map((name) => [name, values[name] ?? null]));
  return { [NAMES]: [...declared], ...(kept.length > 0 ? { [BEFORE_DRIFT]: before } : {}) };
}

/** What the state records after a failed update: what was declared before, and what is declared now. */
export const withBoth = (all: Arguments, olds: Props, declared: Values): Props => ({
  [NAMES]: [...new Set([...namesIn(olds), ...declaredNames(all, declared)])],
  ...(olds[BEFORE_DRIFT] === undefined ? {} : { [BEFORE_DRIFT]: olds[BEFORE_DRIFT] }),
});

/** The inputs that a refresh shows: the declared arguments, with the values at the service. */
export const declaredAsServed = ({ declared }: Before, now: Values): Values =>
  Object.fromEntries(Object.entries(now).filter(([name]) => declared.has(name)));
