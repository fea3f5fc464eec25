/** One setting: its names, its meaning, and how it is treated. */
interface SettingRow {
  /** Environment variables. The first one set counts. */
  readonly env: readonly string[];
  /** Variables of other tools for this cloud, read after `env` and not recommended. Those of other clouds are not read. */
  readonly alsoEnv?: readonly string[];
  /** Keys in an entry of clouds.yaml. The first one set counts. */
  readonly clouds?: readonly string[];
  readonly meaning: string;
  /** The value is never shown, and masked in every message. */
  readonly secret?: true;
  /** Settings of one choice come from one source: an id left in a shell must not overrule a project named in the stack. */
  readonly choice?: "project" | "domain" | "agency";
}

/** Every setting by its key in the namespace `otc`. The guide is docs/guides/signing-in.md. */
export const SETTINGS = {
  region: {
    env: ["OS_REGION_NAME"],
    alsoEnv: ["OS_REGION", "OS_REGION_ID"],
    clouds: ["region_name"],
    meaning: "region, eu-de or eu-nl",
  },
  authUrl: {
    env: ["OS_AUTH_URL"],
    clouds: ["auth.auth_url"],
    meaning: "IAM, default https://iam.<region>.otc.t-systems.com/v3",
  },
  dcsEndpoint: {
    env: ["OS_DCS_ENDPOINT_OVERRIDE"],
    clouds: ["dcs_endpoint_override"],
    meaning: "base URL of DCS, without path",
  },
  domainName: {
    env: ["OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME"],
    alsoEnv: ["OS_PROJECT_DOMAIN_NAME"],
    clouds: ["auth.user_domain_name", "auth.domain_name", "auth.project_domain_name"],
    meaning: "account by name",
    choice: "domain",
  },
  domainId: {
    env: ["OS_DOMAIN_ID"],
    alsoEnv: ["OS_USER_DOMAIN_ID", "OS_PROJECT_DOMAIN_ID"],
    clouds: ["auth.user_domain_id", "auth.domain_id", "auth.project_domain_id"],
    meaning: "account by id",
    choice: "domain",
  },
  projectName: {
    env: ["OS_PROJECT_NAME", "OS_TENANT_NAME"],
    clouds: ["auth.project_name", "auth.tenant_name"],
    meaning: "project by name",
    choice: "project",
  },
  projectId: {
    env: ["OS_PROJECT_ID", "OS_TENANT_ID"],
    clouds: ["auth.project_id", "auth.tenant_id"],
    meaning: "project by id",
    choice: "project",
  },
  userName: { env: ["OS_USERNAME"], clouds: ["auth.username"], meaning: "user by name" },
  userId: { env: ["OS_USER_ID"], alsoEnv: ["OS_USERID"], clouds: ["auth.user_id"], meaning: "user by id" },
  password: { env: ["OS_PASSWORD"], clouds: ["auth.password"], meaning: "password of the user", secret: true },
  passcode: {
    env: ["OS_PASSCODE"],
    clouds: ["auth.passcode"],
    meaning: "one-time code of the user's MFA device",
    secret: true,
  },
  token: {
    env: ["OS_AUTH_TOKEN", "OS_TOKEN"],
    alsoEnv: ["OS_TOKEN_ID"],
    clouds: ["auth.token"],
    meaning: "token made elsewhere",
    secret: true,
  },
  accessKey: {
    env: ["OS_ACCESS_KEY"],
    alsoEnv: ["OS_ACCESS_KEY_ID", "OS_AK"],
    clouds: ["auth.ak", "auth.access_key"],
    meaning: "access key",
  },
  secretKey: {
    env: ["OS_SECRET_KEY"],
    alsoEnv: ["OS_ACCESS_KEY_SECRET", "OS_SK"],
    clouds: ["auth.sk", "auth.secret_key"],
    meaning: "secret key",
    secret: true,
  },
  securityToken: {
    env: ["OS_SECURITY_TOKEN"],
    alsoEnv: ["OS_AKSK_SECURITY_TOKEN", "OS_ST"],
    clouds: ["auth.security_token"],
    meaning: "security token of temporary keys",
    secret: true,
  },
  agencyName: {
    env: ["OS_AGENCY_NAME"],
    alsoEnv: ["OS_TARGET_AGENCY_NAME"],
    clouds: ["auth.agency_name"],
    meaning: "agency to act for",
    choice: "agency",
  },
  agencyDomainName: {
    env: ["OS_AGENCY_DOMAIN_NAME"],
    alsoEnv: ["OS_TARGET_DOMAIN_NAME"],
    clouds: ["auth.agency_domain_name"],
    meaning: "account that made the agency, by name",
    choice: "agency",
  },
  delegatedProject: {
    env: ["OS_DELEGATED_PROJECT"],
    clouds: ["auth.delegated_project"],
    meaning: "project of that account, by name",
    choice: "agency",
  },
  cloud: { env: ["OS_CLOUD"], alsoEnv: ["OS_PROFILE"], meaning: "entry of clouds.yaml" },
  caCertFile: {
    env: ["OS_CACERT"],
    alsoEnv: ["OS_CA_CERT", "OS_CA_CERT_FILE"],
    clouds: ["cacert"],
    meaning: "PEM file of authorities to trust as well",
  },
  insecure: { env: ["OS_INSECURE"], clouds: ["insecure"], meaning: "true: do not verify certificates" },
  onNameConflict: { env: ["OTC_ON_NAME_CONFLICT"], meaning: "fail or adopt" },
  liveChecks: { env: ["OTC_LIVE_CHECKS"], meaning: "false: preview does not call the service" },
  deletionProtection: {
    env: ["OTC_DELETION_PROTECTION"],
    meaning: "true: caches that do not say otherwise are not deleted and not replaced",
  },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const rowOf = (name: SettingName): SettingRow => SETTINGS[name];

/** Key and variable, as messages name a setting: `otc:userName / OS_USERNAME`. Only the guide lists other variables. */
export const settingLabel = (name: SettingName): string => `otc:${name} / ${rowOf(name).env[0]}`;

/** The settings of one resource, complete and checked, with only the chosen way to sign in. */
export interface Settings {
  readonly region: string;
  /** Without a trailing slash, with `/v3`. */
  readonly authUrl: string;
  /** Without path and trailing slash. */
  readonly dcsEndpoint?: string;
  readonly domainName?: string;
  readonly domainId?: string;
  readonly projectName?: string;
  readonly projectId?: string;
  readonly userName?: string;
  readonly userId?: string;
  readonly password?: string;
  /** One-time code of the user's MFA device; needs the user's id. */
  readonly passcode?: string;
  readonly token?: string;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly securityToken?: string;
  readonly agencyName?: string;
  /** Account that made the agency. */
  readonly agencyDomainName?: string;
  /** Project of that account. Without it, `projectName` or `projectId` must be a project of that account. */
  readonly delegatedProject?: string;
  readonly caCertFile?: string;
  readonly insecure: boolean;
  readonly onNameConflict: "fail" | "adopt";
  readonly liveChecks: boolean;
  readonly deletionProtection: boolean;
  /** Where each value came from, for messages: `otc:userName in the stack's config`, `OS_USERNAME in the environment`. */
  readonly origins: Readonly<Partial<Record<SettingName, string>>>;
}
