import { rowOf, SETTING_NAMES, type SettingName } from "../settings/settings";
import type { Found, Source } from "../settings/sources";
import { IDENTITY } from "../settings/ways";
import type { Identity } from "./identity";

export type Collected = Readonly<Partial<Record<SettingName, Found>>>;

/** Takes every setting from the first source that has it, and all settings of one choice from the same source. */
export function collect(sources: readonly Source[], identity: Identity | undefined): Collected {
  const collected: Partial<Record<SettingName, Found>> = { ...identity?.values };
  const decided = new Set<string>();
  for (const source of sources) {
    const decidedHere = new Set<string>();
    for (const name of SETTING_NAMES) {
      const { choice } = rowOf(name);
      if (IDENTITY.has(name) || collected[name] || (choice && decided.has(choice))) continue;
      const value = source.find(name);
      if (!value) continue;
      collected[name] = value;
      if (choice) decidedHere.add(choice);
    }
    for (const choice of decidedHere) decided.add(choice);
  }
  return collected;
}
