import { rowOf, type SettingName, type Settings, settingLabel } from "../../config/settings/settings";
import { ApiError, isTransient, reworded } from "../../http/errors/api-error";

/** A setting that has a value to name in messages. */
export type NamedSetting = SettingName & keyof Settings;

/** The service understood and said no; neither overload nor a fault of its own. */
export const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.kind === "http" && !isTransient(error);

/** Asking again would end the same way: refused, or found out to be wrong by ourselves. */
export const isPermanent = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.permanent || isRefusal(error);

/** The values used and where each came from, for messages; secrets by name only. */
export const used = (settings: Settings, names: readonly NamedSetting[]): string =>
  names
    .filter((name) => settings[name] !== undefined)
    .map((name) => {
      const value = rowOf(name).secret ? "" : ` is ${JSON.stringify(settings[name])}`;
      const origin = settings.origins[name];
      return `${settingLabel(name)}${value}${origin ? ` (from ${origin})` : ""}`;
    })
    .join(", ");

/** The failure of a sign-in; a refusal says what was used. */
export function refusedSignIn(error: unknown, settings: Settings, names: readonly NamedSetting[], hint = ""): unknown {
  return isRefusal(error) ? reworded(error, { remedy: `check what was used: ${used(settings, names)}${hint}` }) : error;
}

/** A refusal that holds for the rest of the run; each further call gets it in its own name. */
export type StandingRefusal = (purpose: string) => ApiError;

export const standing =
  (refusal: ApiError, remedy: string): StandingRefusal =>
  (purpose) =>
    reworded(refusal, { purpose, remedy });
