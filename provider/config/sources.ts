import { rowOf, SETTING_NAMES, type SettingName } from "./settings";

export interface Found {
  readonly value: string;
  /** Where it stands, e.g. `OS_USERNAME in the environment`. */
  readonly origin: string;
}

/** A place where settings are looked for. */
export interface Source {
  /** As in "looked in ...". */
  readonly place: string;
  find(name: SettingName): Found | undefined;
}

const found = (value: string | undefined, origin: string): Found | undefined =>
  value === undefined || value.trim() === "" ? undefined : { value: value.trim(), origin };

/** Arguments of the resource itself. */
export const resourceArguments = (given: Readonly<Partial<Record<SettingName, string>>>): Source => ({
  place: "the resource's arguments",
  find: (name) => found(given[name], `the resource's argument ${name}`),
});

/** Configuration of the stack, namespace `otc`. */
export const stackConfiguration = (get: (key: string) => string | undefined): Source => ({
  place: "the stack's config",
  find: (name) => found(get(`otc:${name}`), `otc:${name} in the stack's config`),
});

/** Environment of the provider process. */
export const environment = (env: Readonly<Record<string, string | undefined>>): Source => ({
  place: "the environment",
  find: (name) => {
    for (const variable of rowOf(name).env) {
      const value = found(env[variable], `${variable} in the environment`);
      if (value) return value;
    }
    return undefined;
  },
});

/** Takes every setting from the first source that has it, and every choice from one source. */
export function collect(sources: readonly Source[]): Partial<Record<SettingName, Found>> {
  const collected: Partial<Record<SettingName, Found>> = {};
  const decided = new Set<string>();
  for (const source of sources) {
    const decidedHere = new Set<string>();
    for (const name of SETTING_NAMES) {
      const { choice } = rowOf(name);
      if (collected[name] || (choice && decided.has(choice))) continue;
      const value = source.find(name);
      if (!value) continue;
      collected[name] = value;
      if (choice) decidedHere.add(choice);
    }
    for (const choice of decidedHere) decided.add(choice);
  }
  return collected;
}
