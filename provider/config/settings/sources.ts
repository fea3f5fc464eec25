import { rowOf, type SettingName } from "./settings";
import type { WayName } from "./ways";

export interface Found {
  readonly value: string;
  /** Where it stands, e.g. `OS_USERNAME in the environment`. */
  readonly origin: string;
}

/** A place where settings are looked for. */
export interface Source {
  /** As in "looked in ...". */
  readonly place: string;
  /** Everything in it was set for this stack. A shell may contain values left by an earlier task. */
  readonly deliberate?: true;
  /** The way to sign in that the source chooses, if it has values for several. */
  readonly preferred?: WayName;
  find(name: SettingName): Found | undefined;
}

export const found = (value: string | undefined, origin: string): Found | undefined =>
  value === undefined || value.trim() === "" ? undefined : { value: value.trim(), origin };

/** Arguments of the resource itself. */
export const resourceArguments = (given: Readonly<Partial<Record<SettingName, string>>>): Source => ({
  place: "the resource's arguments",
  find: (name) => found(given[name], `the resource's argument ${name}`),
});

/** Configuration of the stack, namespace `otc`. */
export const stackConfiguration = (get: (key: string) => string | undefined, place = "the stack's config"): Source => ({
  place,
  deliberate: true,
  find: (name) => found(get(`otc:${name}`), `otc:${name} in ${place}`),
});

/** Names of ways to sign in, as written in `OS_AUTH_TYPE` and in `auth_type` of clouds.yaml. */
export const AUTH_TYPES: ReadonlyMap<string, WayName> = new Map([
  ["token", "token"],
  ["v3token", "token"],
  ["password", "password"],
  ["v3password", "password"],
  ["v3totp", "password"],
  ["aksk", "keys"],
]);

/** Environment of the provider process. */
export const environment = (env: Readonly<Record<string, string | undefined>>): Source => ({
  place: "the environment",
  preferred: AUTH_TYPES.get(env.OS_AUTH_TYPE?.trim().toLowerCase() ?? ""),
  find: (name) => {
    const { env: own, alsoEnv = [] } = rowOf(name);
    for (const variable of [...own, ...alsoEnv]) {
      const value = found(env[variable], `${variable} in the environment`);
      if (value) return value;
    }
    return undefined;
  },
});
