import type { Collected } from "../choice/collect";
import type { ConfigProblem } from "../settings/problem";
import { type SettingName, settingLabel } from "../settings/settings";
import type { Found } from "../settings/sources";

const problem = (name: SettingName, found: Found, remedy: string): ConfigProblem => ({
  setting: `otc:${name}`,
  message: `${settingLabel(name)} is ${JSON.stringify(found.value)} (from ${found.origin}): ${remedy}`,
});

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, "1": true, false: false, "0": false };

/** Reads the settings that are more than text, and collects problems with those that cannot be read. */
export class Values {
  readonly problems: ConfigProblem[] = [];

  constructor(private readonly collected: Collected) {}

  text(name: SettingName): string | undefined {
    return this.collected[name]?.value;
  }

  flag(name: SettingName, otherwise: boolean): boolean {
    const found = this.collected[name];
    if (!found) return otherwise;
    const value = BOOLEANS[found.value.toLowerCase()];
    if (value === undefined) this.problems.push(problem(name, found, "set it to true or false"));
    return value ?? otherwise;
  }

  oneOf<T extends string>(name: SettingName, allowed: readonly T[], otherwise: T): T {
    const found = this.collected[name];
    const value = allowed.find((candidate) => candidate === found?.value);
    if (found && !value) this.problems.push(problem(name, found, `set it to ${allowed.join(" or ")}`));
    return value ?? otherwise;
  }

  /** A URL without trailing slashes. `shape` corrects its path, or returns what is wrong with it. */
  url(name: SettingName, shape: (path: string) => { path: string } | { wrong: string }): string | undefined {
    const found = this.collected[name];
    if (!found) return undefined;
    const parsed = URL.canParse(found.value) ? new URL(found.value) : undefined;
    if (!parsed || !/^https?:$/.test(parsed.protocol)) {
      this.problems.push(problem(name, found, "set it to a URL that begins with https://"));
      return undefined;
    }
    if (parsed.username !== "" || parsed.password !== "" || parsed.search !== "" || parsed.hash !== "") {
      // The value is not repeated: it may contain a password.
      const message = `${settingLabel(name)} (from ${found.origin}) holds a user, a query or a fragment: set it to the plain URL`;
      this.problems.push({ setting: `otc:${name}`, message });
      return undefined;
    }
    const shaped = shape(parsed.pathname.replace(/\/+$/, ""));
    if ("wrong" in shaped) {
      this.problems.push(problem(name, found, shaped.wrong));
      return undefined;
    }
    return parsed.origin + shaped.path;
  }
}

/** The base URL of IAM, given with or without its version. */
export const identityPath = (path: string): { path: string } => ({ path: /\/v3$/.test(path) ? path : `${path}/v3` });

/** The base URL of DCS. A URL copied from the service catalogue is shortened to it. */
export const servicePath = (path: string): { path: string } | { wrong: string } =>
  /^(\/v\d(\.\d)?(\/.*)?)?$/.test(path)
    ? { path: "" }
    : { wrong: "set it to the base URL without a path, e.g. https://dcs.eu-de.otc.t-systems.com" };
