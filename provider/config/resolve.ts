import { rememberSecret } from "../api/redact";
import type { ConfigProblem } from "./problem";
import { regionOf } from "./region";
import { rowOf, SETTING_NAMES, type Settings } from "./settings";
import { signInProblems } from "./sign-in";
import { collect, environment, resourceArguments, type Source, stackConfiguration } from "./sources";
import { identityPath, servicePath, Values } from "./values";

export type { ConfigProblem } from "./problem";

export interface SettingsQuery {
  /** Value of a full key, e.g. `otc:region`, in the stack's configuration. */
  readonly stackConfig: (key: string) => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Arguments of the resource that stand above all configuration. */
  readonly target: { readonly region?: string; readonly projectId?: string };
}

const sourcesOf = ({ stackConfig, env, target }: SettingsQuery): readonly Source[] => [
  // Highest first; a further source is one more line.
  resourceArguments(target),
  stackConfiguration(stackConfig),
  environment(env),
];

/** Puts the settings of a resource together and names everything that is missing or wrong. Calls nothing. */
export function resolveSettings(query: SettingsQuery): { settings: Settings; problems: ConfigProblem[] } {
  const sources = sourcesOf(query);
  const collected = collect(sources);
  const looked = sources.map(({ place }) => place).join(", ");
  for (const name of SETTING_NAMES) if (rowOf(name).secret) rememberSecret(collected[name]?.value);

  const { region, problems: regionProblems } = regionOf(collected, looked);
  const values = new Values(collected);
  const text = (name: Parameters<Values["text"]>[0]) => values.text(name);
  const settings: Settings = {
    region,
    authUrl: values.url("authUrl", identityPath) ?? `https://iam.${region}.otc.t-systems.com/v3`,
    dcsEndpoint: values.url("dcsEndpoint", servicePath),
    domainName: text("domainName"),
    domainId: text("domainId"),
    projectName: text("projectName"),
    projectId: text("projectId"),
    userName: text("userName"),
    userId: text("userId"),
    password: text("password"),
    passcode: text("passcode"),
    token: text("token"),
    accessKey: text("accessKey"),
    secretKey: text("secretKey"),
    securityToken: text("securityToken"),
    agencyName: text("agencyName"),
    agencyDomainName: text("agencyDomainName"),
    delegatedProject: text("delegatedProject"),
    caCertFile: text("caCertFile"),
    insecure: values.flag("insecure", false),
    onNameConflict: values.oneOf("onNameConflict", ["fail", "adopt"], "fail"),
    liveChecks: values.flag("liveChecks", true),
    origins: Object.fromEntries(
      SETTING_NAMES.flatMap((name) => (collected[name] ? [[name, collected[name].origin]] : [])),
    ),
  };
  return { settings, problems: [...signInProblems(collected, looked), ...regionProblems, ...values.problems] };
}
