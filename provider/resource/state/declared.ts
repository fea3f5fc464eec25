import { type Argument, type Arguments, isSame, isSecret, type Values } from "../describe/argument";
import type { Before } from "../describe/before";
import type { Entry } from "../describe/ownership";
import { own, type Props } from "./guard";

// `read` and `diff` get the state, not the program. The state lists which arguments the program declared last, to
// distinguish them from what the service filled in. If a refresh finds another value, the state keeps the earlier one.
const NAMES = "__declared";
const BEFORE_DRIFT = "__beforeDrift";

const ADOPTED_AT = "__adoptedAt";

/** Distinguishes this entry of the state from others with the same id. */
export const entryOf = (props: Props): Entry => props[ADOPTED_AT] as Entry;

/** What the state has to hold of an entry. */
export const withEntry = (entry: Entry): Props => (entry === undefined ? {} : { [ADOPTED_AT]: entry });

const namesIn = (props: Props): string[] => (Array.isArray(props[NAMES]) ? props[NAMES] : []);

const declaredNames = (all: Arguments, declared: Values): string[] =>
  Object.keys(all).filter((name) => declared[name] !== undefined);

/** What was declared before, and the values before drift, from the state. */
export const beforeOf = (props: Props): Before => ({
  declared: new Set(namesIn(props)),
  values: own({ ...own(props), ...(props[BEFORE_DRIFT] as object | undefined) }),
});

/** The arguments declared last, with their values. */
export const lastDeclared = ({ declared, values }: Before): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name)));

// Only what may replace is kept: what is changed in place is simply put back. What is never answered has not changed, and
// a secret must not stand in the state twice.
const isKept = (argument: Argument): boolean =>
  (argument.change.how === "replace" || argument.change.possible !== undefined) &&
  argument.answered !== false &&
  !isSecret(argument);

/** The earlier values of what was changed at the service, as the state keeps them. */
function driftOf(all: Arguments, values: Values, now: Values): Props {
  const changed = Object.keys(all)
    .filter((name) => isKept(all[name] as Argument) && (values[name] ?? now[name]) !== undefined)
    .filter((name) => !isSame(all, name, now, values));
  const kept = changed.flatMap((name) => [name, ...(all[name]?.comparedWith ?? [])]);
  // A missing key would mean that the value has not changed.
  const before = Object.fromEntries(kept.map((name) => [name, values[name] ?? null]));
  return kept.length > 0 ? { [BEFORE_DRIFT]: before } : {};
}

/** What the state has to hold after a refresh. */
export const withDrift = (all: Arguments, { declared, values }: Before, now: Values): Props => ({
  [NAMES]: [...declared],
  ...driftOf(all, values, now),
});

/** What the state has to hold after a create or an update; `now` may show what was changed outside meanwhile. */
export const withDeclared = (all: Arguments, declared: Values, now: Values): Props => ({
  [NAMES]: declaredNames(all, declared),
  ...driftOf(all, { ...now, ...declared }, now),
});

/** The same after an update that failed: what was declared before may still be taken away. */
export const withBoth = (all: Arguments, olds: Props, declared: Values, now: Values): Props => ({
  ...withDeclared(all, declared, now),
  [NAMES]: [...new Set([...namesIn(olds), ...declaredNames(all, declared)])],
});

/** The inputs that a refresh shows: the declared arguments, with the values at the service. */
export const declaredAsServed = ({ declared }: Before, now: Values): Values =>
  Object.fromEntries(Object.entries(now).filter(([name]) => declared.has(name)));
