import { rowOf, SETTING_NAMES, type SettingName } from "../../../../provider/config/settings/settings";

/** Settings by their names, wherever they are going to be put. */
export type SettingTexts = Readonly<Partial<Record<SettingName, string>>>;

/** The settings that environment variables stand for. */
export const settingsOf = (variables: Readonly<Record<string, string>>): SettingTexts =>
  Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const variable = rowOf(name).env.find((candidate) => variables[candidate] !== undefined);
      return variable === undefined ? [] : [[name, variables[variable]]];
    }),
  );

export const entriesOf = (settings: SettingTexts): Array<[SettingName, string]> =>
  Object.entries(settings) as Array<[SettingName, string]>;

export const isSecret = (name: SettingName): boolean => rowOf(name).secret === true;
