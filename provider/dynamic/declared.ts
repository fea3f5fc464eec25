import { ARGUMENTS } from "../instance/changes";
import type { Before, Declared } from "../instance/diff";
import { sameMeaning } from "../instance/equality";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../instance/types";
import { own, type Props } from "./guard";

// `read` and `diff` get the state, not the program. What the program declared last must be told from what the service
// filled in, so the state lists the names; and where a refresh finds another value, it keeps the one before.
const NAMES = "__declared";
const BEFORE_DRIFT = "__beforeDrift";

// The service answers neither, so a refresh finds nothing else; and a secret must not stand in the state twice.
const NEVER_ANSWERED: readonly ArgumentName[] = ["password", "renameCommands"];

// A zone can be compared only by its id and its code together.
const WITH_ZONES = ["availableZoneIds", "availableZoneCodes"] as const;

const namesIn = (props: Props): ArgumentName[] => (Array.isArray(props[NAMES]) ? props[NAMES] : []);

const declaredNames = (declared: Declared): ArgumentName[] => ARGUMENTS.filter((name) => declared[name] !== undefined);

/** What the state has to hold of a declaration. */
export const withDeclared = (declared: Declared): Props => ({ [NAMES]: declaredNames(declared) });

/** What held before, as the state tells it. */
export const beforeOf = (props: Props): Before => ({
  declared: new Set(namesIn(props)),
  values: own({ ...own(props), ...(props[BEFORE_DRIFT] as object | undefined) }),
});

/** What of that was declared, with the values it had. */
export const lastDeclared = ({ declared, values }: Before): Declared =>
  Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name)));

/** What the state has to hold after a refresh: of what the service has differently by now, the value before. */
export function withDrift({ declared, values }: Before, now: InstanceOutputs): Props {
  const changed = ARGUMENTS.filter(
    (name) => !NEVER_ANSWERED.includes(name) && (values[name] ?? now[name]) !== undefined,
  ).filter((name) => !sameMeaning(name, now, values as InstanceInputs));
  const kept = changed.includes("availableZones") ? [...changed, ...WITH_ZONES] : changed;
  // Absent would mean that nothing was changed.
  const before = Object.fromEntries(kept.map((name) => [name, (values as InstanceOutputs)[name] ?? null]));
  return { [NAMES]: [...declared], ...(kept.length > 0 ? { [BEFORE_DRIFT]: before } : {}) };
}

/** What the state has to hold after an update that failed: what was declared before, and what is declared now. */
export const withBoth = (olds: Props, declared: Declared): Props => ({
  [NAMES]: [...new Set([...namesIn(olds), ...declaredNames(declared)])],
  ...(olds[BEFORE_DRIFT] === undefined ? {} : { [BEFORE_DRIFT]: olds[BEFORE_DRIFT] }),
});

/** The inputs a refresh shows: the declared arguments, with the values the service has. */
export const declaredAsServed = ({ declared }: Before, now: InstanceOutputs): Declared =>
  Object.fromEntries(Object.entries(now).filter(([name]) => declared.has(name)));
