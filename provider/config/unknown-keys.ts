import type { ConfigProblem } from "./settings/problem";
import { rowOf, SETTING_NAMES, type SettingName, settingLabel } from "./settings/settings";
import { nearest } from "./words/nearest";

const NAMESPACE = "otc:";

const STACK = "the stack's config";

/** Keys of the namespace `otc` that are not settings, each with the setting that was probably meant. */
export function unknownKeys(
  allKeys: readonly string[],
  project: string | undefined = process.env.PULUMI_NODEJS_PROJECT,
  /** Where the keys stand. Only the stack's config can be mended by commands. */
  place = STACK,
): ConfigProblem[] {
  const known = new Set<string>(SETTING_NAMES);
  return allKeys
    .filter((key) => key.startsWith(NAMESPACE) && !known.has(key.slice(NAMESPACE.length)))
    .flatMap((key) => {
      const meant = nearest(key.slice(NAMESPACE.length), SETTING_NAMES) as SettingName | undefined;
      if (meant) {
        if (place !== STACK)
          return [
            { setting: key, message: `${key} in ${place} is not a setting: did you mean ${settingLabel(meant)}?` },
          ];
        const secretly = rowOf(meant).secret ? "--secret " : "";
        return [
          {
            setting: key,
            message: `${key} in the stack's config is not a setting: did you mean ${settingLabel(meant)}? Rename it with \`pulumi config rm ${key}\` and \`pulumi config set ${secretly}otc:${meant}\``,
          },
        ];
      }
      // In a project named "otc" the program's own values have the same namespace.
      if (project === "otc") return [];
      const all = SETTING_NAMES.map((name) => NAMESPACE + name).join(", ");
      return [{ setting: key, message: `${key} in ${place} is not a setting: remove it; the settings are ${all}` }];
    });
}
