import { homedir } from "node:os";
import { rememberSecret } from "../http/secrets/redact";
import { connectionProblems } from "./checks/connection";
import { regionOf } from "./checks/region";
import { signInProblems } from "./checks/sign-in";
import { identityPath, servicePath, Values } from "./checks/values";
import { type Collected, collect } from "./choice/collect";
import { identityOf } from "./choice/identity";
import { type Clouds, chooseCloud } from "./clouds/choose";
import type { ConfigProblem } from "./settings/problem";
import { rowOf, SETTING_NAMES, type SettingName, type Settings } from "./settings/settings";
import { environment, resourceArguments, type Source, stackConfiguration } from "./settings/sources";
import { WAYS } from "./settings/ways";

export type { ConfigProblem } from "./settings/problem";

export interface SettingsQuery {
  /** Value of a full key, e.g. `otc:region`, in the stack's configuration. */
  readonly stackConfig: (key: string) => string | undefined;
  /** Where these values stand, for messages. Default: the stack's config. */
  readonly configPlace?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Arguments of the resource. They have priority over all configuration. */
  readonly target: { readonly region?: string; readonly projectId?: string };
  /** First folder to look for clouds.yaml in. Default: the program's directory. */
  readonly cwd?: string;
  /** Default: the user's home. */
  readonly home?: string;
}

/** The entry of clouds.yaml that is named, or the only one if nothing else says how to sign in. */
function cloudsBelow(
  sources: readonly Source[],
  { env, cwd = process.cwd(), home = homedir() }: SettingsQuery,
): Clouds {
  const asked = sources.map((source) => source.find("cloud")).find((cloud) => cloud !== undefined);
  const signsIn = WAYS.some(({ names }) => names.some((name) => sources.some((source) => source.find(name))));
  if (!asked && signsIn) return { problems: [], looked: "" };
  return chooseCloud(asked, { env, cwd, home });
}

/** Collects the settings of a resource and reports everything that is missing or wrong. Calls no service. */
export function resolveSettings(query: SettingsQuery): { settings: Settings; problems: ConfigProblem[] } {
  // Highest first.
  const above = [
    resourceArguments(query.target),
    stackConfiguration(query.stackConfig, query.configPlace),
    environment(query.env),
  ];
  const clouds = cloudsBelow(above, query);
  const sources = clouds.source ? [...above, clouds.source] : above;
  const looked = [...above.map(({ place }) => place), clouds.looked].filter(Boolean).join(", ");
  for (const source of sources)
    for (const name of SETTING_NAMES) if (rowOf(name).secret) rememberSecret(source.find(name)?.value);

  const identity = identityOf(sources);
  const { delegatedProject, ...others } = collect(sources, identity);
  // The resource's own project counts, whoever signs in.
  const collected: Collected = query.target.projectId ? others : { ...others, delegatedProject };
  const { region, problems: regionProblems } = regionOf(collected, looked, clouds.regions);
  const values = new Values(collected);
  const text = (name: SettingName) => values.text(name);
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
    deletionProtection: values.flag("deletionProtection", false),
    origins: Object.fromEntries(
      SETTING_NAMES.flatMap((name) => (collected[name] ? [[name, collected[name].origin]] : [])),
    ),
  };
  const unsupported = identity && identity.source !== clouds.source ? undefined : clouds.unsupported;
  const ofClouds = [...clouds.problems, ...(unsupported ? [unsupported] : [])];
  // An unusable entry, or one that is still to be chosen, is reported once; what it leaves missing is not.
  const unused = unsupported || (ofClouds.length > 0 && !clouds.source);
  const signIn = { identity, has: collected, sources, looked, hint: clouds.hint };
  const undecided = !identity && clouds.hint !== undefined;
  const missing = unused ? [] : [...signInProblems(signIn), ...(undecided ? [] : regionProblems)];
  return { settings, problems: [...ofClouds, ...missing, ...values.problems, ...connectionProblems(settings)] };
}
