import type { SettingName } from "./settings";

export type WayName = "token" | "password" | "keys";

/** A way to sign in, and the settings it is made of. */
export interface Way {
  readonly way: WayName;
  /** Any of these names who signs in. */
  readonly names: readonly SettingName[];
  /** The secret that proves it. */
  readonly secret?: SettingName;
  readonly further: readonly SettingName[];
}

/** The ways to sign in. If one source has values for several, the first way counts. */
export const WAYS: readonly Way[] = [
  { way: "token", names: ["token"], further: [] },
  {
    way: "password",
    names: ["userName", "userId"],
    secret: "password",
    further: ["passcode"],
  },
  { way: "keys", names: ["accessKey"], secret: "secretKey", further: ["securityToken"] },
];

/** Settings that belong to a way to sign in. */
export const IDENTITY: ReadonlySet<SettingName> = new Set(
  WAYS.flatMap(({ names, secret, further }) => [...names, ...(secret ? [secret] : []), ...further]),
);
