import { rememberSecret } from "../api/redact";
import { SETTING_NAMES, SETTINGS, type Setting, type SettingName } from "./settings";

export interface Sources {
  readonly stackConfig: (key: string) => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Arguments of the resource. */
  readonly target: { readonly region?: string; readonly projectId?: string };
}

export interface Found {
  readonly values: Partial<Record<SettingName, string>>;
  /** The place each value was found at, in the user's words. */
  readonly origins: Partial<Record<SettingName, string>>;
}

const filled = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

/** Looks every setting up: resource argument, then stack configuration, then environment. */
export function lookUp({ stackConfig, env, target }: Sources): Found {
  const values: Found["values"] = {};
  const origins: Found["origins"] = {};
  for (const name of SETTING_NAMES) {
    const setting: Setting = SETTINGS[name];
    const places: Array<readonly [origin: string, value: string | undefined]> = [
      [`the argument ${name}`, name === "region" || name === "projectId" ? target[name] : undefined],
      [`otc:${name}`, stackConfig(`otc:${name}`)],
      ...setting.env.map((variable) => [variable, env[variable]] as const),
    ];
    const hit = places.find(([, value]) => filled(value) !== undefined);
    if (!hit) continue;
    const value = setting.secret ? hit[1] : filled(hit[1]);
    if (setting.secret) rememberSecret(value);
    values[name] = value;
    origins[name] = hit[0];
  }
  return { values, origins };
}
