import { type Arguments, isSame, isSecret, type Values } from "../describe/argument";
import type { Before } from "../describe/before";
import { own, type Props } from "./guard";

// `read` and `diff` get the state, not the program. What the program declared last must be told from what the service
// filled in, so the state lists the names; and where a refresh finds another value, it keeps the one before.
const NAMES = "__declared";
const BEFORE_DRIFT = "__beforeDrift";

const namesIn = (props: Props): string[] => (Array.isArray(props[NAMES]) ? props[NAMES] : []);

const declaredNames = (all: Arguments, declared: Values): string[] =>
  Object.keys(all).filter((name) => declared[name] !== undefined);

/** What the state has to hold of a declaration. */
export const withDeclared = (all: Arguments, declared: Values): Props => ({ [NAMES]: declaredNames(all, declared) });

/** What held before, as the state tells it. */
export const beforeOf = (props: Props): Before => ({
  declared: new Set(namesIn(props)),
  values: own({ ...own(props), ...(props[BEFORE_DRIFT] as object | undefined) }),
});

/** What of that was declared, with the values it had. */
export const lastDeclared = ({ declared, values }: Before): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name)));

/** What the state has to hold after a refresh: of what the service has differently by now, the value before. */
export function withDrift(all: Arguments, { declared, values }: Before, now: Values): Props {
  const changed = Object.entries(all)
    // What is never answered has not changed; and a secret must not stand in the state twice.
    .filter(([, argument]) => argument.answered !== false && !isSecret(argument))
    .map(([name]) => name)
    .filter((name) => (values[name] ?? now[name]) !== undefined && !isSame(all, name, now, values));
  const kept = changed.flatMap((name) => [name, ...(all[name]?.comparedWith ?? [])]);
  // Absent would mean that nothing was changed.
  const before = Object.fromEntries(kept.map((name) => [name, values[name] ?? null]));
  return { [NAMES]: [...declared], ...(kept.length > 0 ? { [BEFORE_DRIFT]: before } : {}) };
}

/** What the state has to hold after an update that failed: what was declared before, and what is declared now. */
export const withBoth = (all: Arguments, olds: Props, declared: Values): Props => ({
  [NAMES]: [...new Set([...namesIn(olds), ...declaredNames(all, declared)])],
  ...(olds[BEFORE_DRIFT] === undefined ? {} : { [BEFORE_DRIFT]: olds[BEFORE_DRIFT] }),
});

/** The inputs a refresh shows: the declared arguments, with the values the service has. */
export const declaredAsServed = ({ declared }: Before, now: Values): Values =>
  Object.fromEntries(Object.entries(now).filter(([name]) => declared.has(name)));
