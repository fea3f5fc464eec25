/** Configuration of the provider, one value per setting. All are optional here; what is missing is judged in `resolve`. */
export interface Settings {
  readonly region: string;
  /** IAM, including `/v3`. */
  readonly authUrl: string;
  /** DCS base URL without path; the catalogue or the region's default applies when absent. */
  readonly dcsEndpoint?: string;
  readonly domainName?: string;
  readonly domainId?: string;
  readonly projectName?: string;
  readonly projectId?: string;
  readonly userName?: string;
  readonly userId?: string;
  readonly password?: string;
  readonly token?: string;
  readonly caCertFile?: string;
  readonly insecure: boolean;
  readonly onNameConflict: "fail" | "adopt";
  readonly liveChecks: boolean;
  /** Where each value came from, in the user's words, e.g. `OS_USERNAME`. */
  readonly sources: Readonly<Partial<Record<SettingName, string>>>;
}

export interface Setting {
  /** Environment variables, the first one that is set wins. */
  readonly env: readonly string[];
  readonly meaning: string;
  readonly secret?: true;
}

/** Every setting: `otc:<name>` in the stack's configuration, and its environment variables. */
export const SETTINGS = {
  region: { env: ["OS_REGION_NAME"], meaning: "region, eu-de or eu-nl" },
  authUrl: { env: ["OS_AUTH_URL"], meaning: "address of IAM" },
  dcsEndpoint: { env: ["OS_DCS_ENDPOINT_OVERRIDE"], meaning: "base address of DCS, without path" },
  domainName: { env: ["OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME"], meaning: "name of the account" },
  domainId: { env: ["OS_DOMAIN_ID"], meaning: "id of the account" },
  projectName: { env: ["OS_PROJECT_NAME", "OS_TENANT_NAME"], meaning: "name of the project" },
  projectId: { env: ["OS_PROJECT_ID", "OS_TENANT_ID"], meaning: "id of the project" },
  userName: { env: ["OS_USERNAME"], meaning: "name of the user" },
  userId: { env: ["OS_USER_ID"], meaning: "id of the user" },
  password: { env: ["OS_PASSWORD"], meaning: "password of the user", secret: true },
  token: { env: ["OS_AUTH_TOKEN", "OS_TOKEN"], meaning: "token made elsewhere", secret: true },
  caCertFile: { env: ["OS_CACERT"], meaning: "file with the certificates to trust" },
  insecure: { env: ["OS_INSECURE"], meaning: "true: do not verify certificates" },
  onNameConflict: { env: ["OTC_ON_NAME_CONFLICT"], meaning: "fail or adopt when the name is taken" },
  liveChecks: { env: ["OTC_LIVE_CHECKS"], meaning: "false: preview does not call the service" },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** Both spellings of a setting, as every message names it. */
export const spellings = (name: SettingName): string => `otc:${name} / ${SETTINGS[name].env.join(" / ")}`;

/** Regions with addresses known by rule. */
export const REGIONS: readonly string[] = ["eu-de", "eu-nl"];
