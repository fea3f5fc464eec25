import { rowOf, type SettingName, type Settings, settingLabel } from "../../config/settings/settings";
import { ApiError, isTransient, reworded } from "../../http/errors/api-error";

/** A setting that has a value to name in messages. */
export type NamedSetting = SettingName & keyof Settings;

/** The service understood the call and refused it. Neither overload nor a failure of the service is a refusal. */
export const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.kind === "http" && !isTransient(error);

/** Another try would fail the same way: the service refuses, or the settings are wrong. */
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

/** Settings that can be the cause, by what IAM says. The first row that fits counts; without one, any setting can be. */
const CAUSES: ReadonlyArray<{ readonly said: RegExp; readonly of: readonly NamedSetting[] }> = [
  {
    said: /\bproject\b/i,
    of: [
      "authUrl",
      "projectName",
      "projectId",
      "delegatedProject",
      "domainName",
      "domainId",
      "userName",
      "userId",
      "accessKey",
      "agencyName",
      "agencyDomainName",
    ],
  },
  { said: /\bagency\b/i, of: ["agencyName", "agencyDomainName"] },
  {
    said: /\b(password|passcode|MFA)\b/i,
    of: ["authUrl", "userName", "userId", "password", "passcode", "domainName", "domainId"],
  },
];

/** Advice about a setting. It is given if that setting can be the cause. */
export interface Hint {
  readonly about: NamedSetting;
  readonly words: string;
}

/** What to check after a refusal: the values used that can be its cause, the most likely first. */
export function checkUsed(refusal: ApiError, settings: Settings, names: readonly NamedSetting[], hint?: Hint): string {
  const causes = CAUSES.find(({ said }) => said.test(refusal.serviceMessage ?? ""))?.of;
  const possible = causes?.filter((name) => names.includes(name)) ?? names;
  const advice = hint && (causes?.includes(hint.about) ?? true) ? `; ${hint.words}` : "";
  return `check what was used: ${used(settings, possible)}${advice}`;
}

/** The failure of a sign-in. A refusal also lists the values used. */
export const refusedSignIn = (
  error: unknown,
  settings: Settings,
  names: readonly NamedSetting[],
  hint?: Hint,
): unknown => (isRefusal(error) ? reworded(error, { remedy: checkUsed(error, settings, names, hint) }) : error);

/** A refusal that holds for the rest of the run. Each further call fails with it, under its own purpose. */
export type StandingRefusal = (purpose: string) => ApiError;

export const standing =
  (refusal: ApiError, remedy: string): StandingRefusal =>
  (purpose) =>
    reworded(refusal, { purpose, remedy });
