import type { SettingName } from "./settings";

export type WayName = "token" | "password" | "keys";

/** A way to sign in, and the settings it is made of. */
export interface Way {
  readonly way: WayName;
  /** Any of these says who signs in. */
  readonly names: readonly SettingName[];
  /** Proves it. */
  readonly secret?: SettingName;
  readonly further: readonly SettingName[];
}

/** The ways to sign in, in the order in which they count where one source could serve several. */
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
