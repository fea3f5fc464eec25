import { closest, distance } from "fastest-levenshtein";
import { REGIONS, type SettingName, type Settings, spellings } from "./settings";
import { type Found, lookUp, type Sources } from "./sources";

export interface ConfigProblem {
  readonly setting: string;
  /** One line that names the setting in both spellings, what was seen and the remedy. */
  readonly message: string;
}

const problem = (setting: SettingName, text: string): ConfigProblem => ({
  setting,
  message: `${spellings(setting)} ${text}`,
});

const ONE_OF: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  insecure: ["true", "false", "1", "0"],
  liveChecks: ["true", "false"],
  onNameConflict: ["fail", "adopt"],
};

function wordProblems({ values, origins }: Found): ConfigProblem[] {
  return Object.entries(ONE_OF).flatMap(([name, allowed]) => {
    const setting = name as SettingName;
    const value = values[setting];
    if (value === undefined || allowed.includes(value)) return [];
    return [problem(setting, `is "${value}" (from ${origins[setting]}): use ${allowed.join(" or ")}`)];
  });
}

function urlProblems({ values, origins }: Found): ConfigProblem[] {
  return (["authUrl", "dcsEndpoint"] as const).flatMap((setting) => {
    const value = values[setting];
    if (value === undefined || /^https?:\/\/[^/\s]+/.test(value)) return [];
    return [problem(setting, `is "${value}" (from ${origins[setting]}), which is no address: it starts with https://`)];
  });
}

// The project's name begins with its region, so a region need not be set beside it.
const regionOf = ({ values }: Found): string | undefined => values.region ?? values.projectName?.split("_")[0];

function regionProblems(found: Found): ConfigProblem[] {
  const { values, origins } = found;
  const region = regionOf(found);
  const ownAddresses = values.authUrl !== undefined;
  if (region === undefined) {
    return [problem("region", `is not set: set it to ${REGIONS.join(" or ")}`)];
  }
  if (REGIONS.includes(region) || ownAddresses) return [];
  const near = closest(region, [...REGIONS]);
  const meant = distance(region, near) <= 2 ? `; did you mean "${near}"?` : "";
  const origin = origins.region ?? `the project name in ${origins.projectName}`;
  return [
    problem(
      "region",
      `is "${region}" (from ${origin}), which is not known: use ${REGIONS.join(" or ")}, or set otc:authUrl / OS_AUTH_URL${meant}`,
    ),
  ];
}

function signInProblems({ values }: Found): ConfigProblem[] {
  if (values.token) return [];
  const user = values.userName ?? values.userId;
  const missing = (setting: SettingName, why: string): ConfigProblem =>
    problem(setting, `is not set (looked in the stack's configuration and the environment): ${why}`);
  if (!user && !values.password) {
    return [missing("token", `set a token, or sign in with ${spellings("userName")} and ${spellings("password")}`)];
  }
  const problems: ConfigProblem[] = [];
  if (!user) problems.push(missing("userName", "a password is set, so a user is needed"));
  if (!values.password) {
    problems.push(
      missing("password", "a user is set, so a password is needed: `pulumi config set --secret otc:password`"),
    );
  }
  const named = !values.userId || (values.projectName && !values.projectId);
  if (named && !values.domainName && !values.domainId) {
    problems.push(
      missing(
        "domainName",
        "names of users and projects are looked up in the account, e.g. OTC-EU-DE-00000000001000000000",
      ),
    );
  }
  if (!values.projectName && !values.projectId) {
    problems.push(missing("projectName", `a cache belongs to a project: set it, or ${spellings("projectId")}`));
  }
  return problems;
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");
const identity = (url: string): string =>
  /\/v3$/.test(withoutSlash(url)) ? withoutSlash(url) : `${withoutSlash(url)}/v3`;

/** All settings for a resource, and everything that is wrong with them, at once. */
export function resolveSettings(sources: Sources): { settings: Settings; problems: ConfigProblem[] } {
  const found = lookUp(sources);
  const { values, origins } = found;
  const region = regionOf(found) ?? "";
  const settings: Settings = {
    ...values,
    region,
    authUrl: identity(values.authUrl ?? `https://iam.${region}.otc.t-systems.com`),
    dcsEndpoint: values.dcsEndpoint && withoutSlash(values.dcsEndpoint),
    insecure: values.insecure === "true" || values.insecure === "1",
    onNameConflict: values.onNameConflict === "adopt" ? "adopt" : "fail",
    liveChecks: values.liveChecks !== "false",
    sources: origins,
  };
  const problems = [...regionProblems(found), ...urlProblems(found), ...signInProblems(found), ...wordProblems(found)];
  return { settings, problems };
}
