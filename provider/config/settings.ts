/** What is known of one setting: how it is spelled, what it means, and how it is treated. */
interface SettingRow {
  /** Environment variables, the first that is set counts. */
  readonly env: readonly string[];
  readonly meaning: string;
  /** Never shown, and removed from whatever is shown. */
  readonly secret?: true;
  /** Settings of one choice are taken from one source only: a project named in the stack must not lose to an id left in a shell. */
  readonly choice?: "project" | "domain" | "identity";
}

/** Every setting by its key in the namespace `otc`. Reference: "Configuration" in the README. */
export const SETTINGS = {
  region: { env: ["OS_REGION_NAME"], meaning: "region, eu-de or eu-nl" },
  authUrl: { env: ["OS_AUTH_URL"], meaning: "IAM, default https://iam.<region>.otc.t-systems.com/v3" },
  dcsEndpoint: { env: ["OS_DCS_ENDPOINT_OVERRIDE"], meaning: "base URL of DCS, without path" },
  domainName: { env: ["OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME"], meaning: "account by name", choice: "domain" },
  domainId: { env: ["OS_DOMAIN_ID"], meaning: "account by id", choice: "domain" },
  projectName: { env: ["OS_PROJECT_NAME", "OS_TENANT_NAME"], meaning: "project by name", choice: "project" },
  projectId: { env: ["OS_PROJECT_ID", "OS_TENANT_ID"], meaning: "project by id", choice: "project" },
  userName: { env: ["OS_USERNAME"], meaning: "user by name", choice: "identity" },
  userId: { env: ["OS_USER_ID"], meaning: "user by id", choice: "identity" },
  password: { env: ["OS_PASSWORD"], meaning: "password of the user", secret: true },
  passcode: { env: ["OS_PASSCODE"], meaning: "one-time code of the user's MFA device", secret: true },
  token: { env: ["OS_AUTH_TOKEN", "OS_TOKEN"], meaning: "token made elsewhere", secret: true, choice: "identity" },
  accessKey: { env: ["OS_ACCESS_KEY"], meaning: "access key" },
  secretKey: { env: ["OS_SECRET_KEY"], meaning: "secret key", secret: true },
  securityToken: { env: ["OS_SECURITY_TOKEN"], meaning: "security token of temporary keys", secret: true },
  agencyName: { env: ["OS_AGENCY_NAME"], meaning: "agency to act for" },
  agencyDomainName: { env: ["OS_AGENCY_DOMAIN_NAME"], meaning: "account that made the agency, by name" },
  delegatedProject: { env: ["OS_DELEGATED_PROJECT"], meaning: "project of that account, by name" },
  cloud: { env: ["OS_CLOUD"], meaning: "entry of clouds.yaml" },
  caCertFile: { env: ["OS_CACERT"], meaning: "file with the certificate authority to trust" },
  insecure: { env: ["OS_INSECURE"], meaning: "true: do not verify certificates" },
  onNameConflict: { env: ["OTC_ON_NAME_CONFLICT"], meaning: "fail or adopt" },
  liveChecks: { env: ["OTC_LIVE_CHECKS"], meaning: "false: preview does not call the service" },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const rowOf = (name: SettingName): SettingRow => SETTINGS[name];

/** Both spellings, as error messages write them: `otc:userName / OS_USERNAME`. */
export const spelled = (name: SettingName): string => [`otc:${name}`, ...rowOf(name).env].join(" / ");

/** The settings of one resource, complete and checked. */
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
  /** Project of that account; without it the project is the region's own. */
  readonly delegatedProject?: string;
  readonly caCertFile?: string;
  readonly insecure: boolean;
  readonly onNameConflict: "fail" | "adopt";
  readonly liveChecks: boolean;
  /** Where each value came from, for messages: `otc:userName in the stack's config`, `OS_USERNAME in the environment`. */
  readonly origins: Readonly<Partial<Record<SettingName, string>>>;
}
