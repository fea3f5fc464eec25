import type { SettingName } from "../../../../provider/config/settings/settings";

type Texts = Readonly<Record<string, string>>;

/** A set-up that cannot work, and what is said of it before any service is asked. */
export interface WrongSetUp {
  /** What is wrong, as a line of a table. */
  readonly title: string;
  readonly config: Texts;
  readonly env: Texts;
  readonly target?: { readonly region?: string; readonly projectId?: string };
  /** Files in the program's directory. */
  readonly files?: Texts;
  /** The setting to name in both spellings. */
  readonly setting?: SettingName;
  /** Words of the one line that is said. */
  readonly says: readonly string[];
}

/** Values that must be in no message. */
export const SECRETS = {
  password: "Red_Kettle9",
  token: "gAAAAB-ready-made",
  secretKey: "violet-secret-key",
  securityToken: "amber-security-token",
  passcode: "837261",
} as const;

export const byPassword: Texts = {
  OS_USERNAME: "ops-bot",
  OS_PASSWORD: SECRETS.password,
  OS_DOMAIN_NAME: "shop",
  OS_PROJECT_NAME: "eu-de_shop",
};

export const byKeys: Texts = {
  OS_ACCESS_KEY: "EXAMPLEACCESSKEY",
  OS_SECRET_KEY: SECRETS.secretKey,
  OS_PROJECT_NAME: "eu-de_shop",
};

export const without = (texts: Texts, ...names: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));

const CLOUDS = `clouds:
  shop:
    region_name: eu-de
    auth:
      username: ops-bot
      password: ${SECRETS.password}
      user_domain_name: shop
      project_name: eu-de_shop
`;

const LOOKED = "looked in the resource's arguments, the stack's config, the environment";

/** Each row is wrong in one thing. */
export const WRONG_SET_UPS: readonly WrongSetUp[] = [
  {
    title: "nothing says how to sign in",
    config: { "otc:region": "eu-de" },
    env: {},
    setting: "token",
    says: [
      "no way to sign in",
      "otc:accessKey / OS_ACCESS_KEY",
      "otc:cloud / OS_CLOUD",
      LOOKED,
      "clouds.yaml (none in",
    ],
  },
  {
    title: "user without password",
    config: {},
    env: without(byPassword, "OS_PASSWORD"),
    setting: "password",
    says: ["there is a user (from OS_USERNAME in the environment) but no password", LOOKED],
  },
  {
    title: "password without user",
    config: { "otc:password": SECRETS.password },
    env: without(byPassword, "OS_USERNAME", "OS_PASSWORD"),
    setting: "userName",
    says: ["there is a password (from otc:password in the stack's config) but no user", "otc:userId / OS_USER_ID"],
  },
  {
    title: "user of the stack, password of somebody else in the shell",
    config: { "otc:userName": "stack-bot" },
    env: byPassword,
    setting: "password",
    says: ["no password (OS_PASSWORD in the environment belongs to OS_USERNAME in the environment)"],
  },
  {
    title: "access key without secret key",
    config: {},
    env: without(byKeys, "OS_SECRET_KEY"),
    setting: "secretKey",
    says: ["there is an access key (from OS_ACCESS_KEY in the environment) but no secret key"],
  },
  {
    title: "secret key without access key",
    config: {},
    env: without(byKeys, "OS_ACCESS_KEY"),
    setting: "accessKey",
    says: ["there is a secret key (from OS_SECRET_KEY in the environment) but no access key"],
  },
  {
    title: "security token without keys",
    config: {},
    env: { OS_SECURITY_TOKEN: SECRETS.securityToken, OS_PROJECT_NAME: "eu-de_shop" },
    setting: "accessKey",
    says: ["there is a security token (from OS_SECURITY_TOKEN in the environment) but no access key"],
  },
  {
    title: "token and user, both in the stack's config",
    config: { "otc:token": SECRETS.token, "otc:userName": "ops-bot", "otc:password": SECRETS.password },
    env: { OS_REGION_NAME: "eu-de" },
    setting: "token",
    says: ["otc:userName / OS_USERNAME (from otc:userName in the stack's config)", "exclude each other"],
  },
  {
    title: "user and access key, both in the stack's config",
    config: {
      "otc:userName": "ops-bot",
      "otc:password": SECRETS.password,
      "otc:accessKey": "EXAMPLEACCESSKEY",
      "otc:secretKey": SECRETS.secretKey,
    },
    env: without(byPassword, "OS_USERNAME", "OS_PASSWORD"),
    setting: "accessKey",
    says: ["otc:userName / OS_USERNAME", "exclude each other: keep one"],
  },
  {
    title: "project by name and by id, both in the stack's config",
    config: { "otc:projectName": "eu-de_shop", "otc:projectId": "0123456789abcdef0123456789abcdef" },
    env: { ...without(byPassword, "OS_PROJECT_NAME"), OS_REGION_NAME: "eu-de" },
    setting: "projectId",
    says: ["otc:projectName / OS_PROJECT_NAME", "exclude each other"],
  },
  {
    title: "account by name and by id, both in the stack's config",
    config: { "otc:domainName": "shop", "otc:domainId": "0123456789abcdef0123456789abcdef" },
    env: without(byPassword, "OS_DOMAIN_NAME"),
    setting: "domainId",
    says: ["otc:domainName / OS_DOMAIN_NAME", "exclude each other"],
  },
  {
    title: "no project for a user",
    config: {},
    env: { ...without(byPassword, "OS_PROJECT_NAME"), OS_REGION_NAME: "eu-de" },
    setting: "projectName",
    says: ["no project: set", "otc:projectId / OS_PROJECT_ID", LOOKED],
  },
  {
    title: "no project for access keys",
    config: {},
    env: { ...without(byKeys, "OS_PROJECT_NAME"), OS_REGION_NAME: "eu-de" },
    setting: "projectName",
    says: ["no project: set", LOOKED],
  },
  {
    title: "no account for a user's name",
    config: {},
    env: without(byPassword, "OS_DOMAIN_NAME"),
    setting: "domainName",
    says: ["no account: set", "a name (from OS_USERNAME in the environment) is unique only within one", LOOKED],
  },
  {
    title: "one-time code without the user's id",
    config: {},
    env: { ...byPassword, OS_PASSCODE: SECRETS.passcode },
    setting: "userId",
    says: ["otc:passcode / OS_PASSCODE (from OS_PASSCODE in the environment) lacks"],
  },
  {
    title: "agency without the account that made it",
    config: { "otc:agencyName": "caches" },
    env: byPassword,
    setting: "agencyDomainName",
    says: ["otc:agencyName / OS_AGENCY_NAME (from otc:agencyName in the stack's config) lacks"],
  },
  {
    title: "account of an agency without the agency",
    config: { "otc:agencyDomainName": "partner" },
    env: byPassword,
    setting: "agencyName",
    says: ["otc:agencyDomainName / OS_AGENCY_DOMAIN_NAME (from otc:agencyDomainName in the stack's config) lacks"],
  },
  {
    title: "delegated project without an agency",
    config: {},
    env: { ...byPassword, OS_DELEGATED_PROJECT: "eu-de_partner" },
    setting: "agencyName",
    says: ["otc:delegatedProject / OS_DELEGATED_PROJECT (from OS_DELEGATED_PROJECT in the environment) lacks"],
  },
  {
    title: "agency without a project to work in",
    config: { "otc:agencyName": "caches", "otc:agencyDomainName": "partner" },
    env: { ...without(byPassword, "OS_PROJECT_NAME"), OS_REGION_NAME: "eu-de" },
    setting: "delegatedProject",
    says: ["no project: set"],
  },
  {
    title: "no region",
    config: {},
    env: { ...byPassword, OS_PROJECT_NAME: "shop" },
    setting: "region",
    says: ["no region: set", "to eu-de or eu-nl", LOOKED],
  },
  {
    title: "mistyped region",
    config: { "otc:region": "eu-dd" },
    env: byPassword,
    setting: "region",
    says: ['is "eu-dd" (from otc:region in the stack\'s config)', "did you mean eu-de?"],
  },
  {
    title: "region that is not known, without its address of IAM",
    config: { "otc:region": "mars-north-1" },
    env: byPassword,
    setting: "authUrl",
    says: ['otc:region / OS_REGION_NAME is "mars-north-1"', "the known regions are eu-de, eu-nl"],
  },
  {
    title: "project of another region than the stack's",
    config: { "otc:region": "eu-nl" },
    env: byPassword,
    setting: "region",
    says: ['"eu-de_shop"', "(from OS_PROJECT_NAME in the environment) belongs to eu-de: set a project of eu-nl"],
  },
  {
    title: "project of another region than the resource's",
    config: {},
    env: byPassword,
    target: { region: "eu-nl" },
    setting: "projectName",
    says: ["(from the resource's argument region)", '"eu-de_shop"', "belongs to eu-de"],
  },
  {
    title: "address of IAM of another region than the resource's",
    config: {},
    env: { ...byPassword, OS_AUTH_URL: "https://iam.eu-de.otc.t-systems.com/v3" },
    target: { region: "eu-nl", projectId: "0123456789abcdef0123456789abcdef" },
    setting: "authUrl",
    says: ["(from the resource's argument region)", "belongs to eu-de: remove it (the address for eu-nl is known)"],
  },
  {
    title: "address of DCS of another region",
    config: { "otc:dcsEndpoint": "https://dcs.eu-nl.otc.t-systems.com" },
    env: byPassword,
    setting: "dcsEndpoint",
    says: ["belongs to eu-nl: remove it"],
  },
  {
    title: "address of IAM without https://",
    config: { "otc:authUrl": "iam.example" },
    env: byPassword,
    setting: "authUrl",
    says: ['is "iam.example" (from otc:authUrl in the stack\'s config)', "begins with https://"],
  },
  {
    title: "address of IAM with a password in it",
    config: { "otc:authUrl": `https://ops:${SECRETS.password}@iam.example` },
    env: byPassword,
    setting: "authUrl",
    says: ["holds a user, a query or a fragment"],
  },
  {
    title: "address of DCS with a path",
    config: { "otc:dcsEndpoint": "https://dcs.example/api" },
    env: byPassword,
    setting: "dcsEndpoint",
    says: ["set it to the base URL without a path"],
  },
  {
    title: "switch that is neither true nor false",
    config: { "otc:insecure": "perhaps" },
    env: byPassword,
    setting: "insecure",
    says: ['is "perhaps"', "set it to true or false"],
  },
  {
    title: "unknown answer to a name that is taken",
    config: {},
    env: { ...byPassword, OTC_ON_NAME_CONFLICT: "steal" },
    setting: "onNameConflict",
    says: ['is "steal" (from OTC_ON_NAME_CONFLICT in the environment)', "set it to fail or adopt"],
  },
  {
    title: "file of authorities that is missing",
    config: { "otc:caCertFile": "no-such.pem" },
    env: byPassword,
    setting: "caCertFile",
    says: [
      'names "no-such.pem" (from otc:caCertFile in the stack\'s config), which does not exist: set it to a PEM file',
    ],
  },
  {
    title: "entry of clouds.yaml that is not there",
    config: { "otc:cloud": "shpo" },
    env: {},
    files: { "clouds.yaml": CLOUDS },
    setting: "cloud",
    says: ['is "shpo"', "not in ./clouds.yaml", 'did you mean "shop"?', 'it holds "shop"'],
  },
  {
    title: "entry of clouds.yaml without the file",
    config: {},
    env: { OS_CLOUD: "shop" },
    setting: "cloud",
    says: ["there is no clouds.yaml in ., ~/.config/openstack and /etc/openstack", "OS_CLIENT_CONFIG_FILE"],
  },
  {
    title: "named clouds.yaml that is missing",
    config: { "otc:cloud": "shop" },
    env: { OS_CLIENT_CONFIG_FILE: "secrets/clouds.yaml" },
    setting: "cloud",
    says: ["./secrets/clouds.yaml, named by OS_CLIENT_CONFIG_FILE in the environment, does not exist"],
  },
  {
    title: "clouds.yaml that is no YAML",
    config: { "otc:cloud": "shop" },
    env: {},
    files: { "clouds.yaml": `${CLOUDS}      token: "${SECRETS.token}\n` },
    setting: "cloud",
    says: ["./clouds.yaml is not valid YAML", "in line 10"],
  },
  {
    title: "several entries in clouds.yaml, and none is chosen",
    config: {},
    env: {},
    files: { "clouds.yaml": CLOUDS + CLOUDS.replace("clouds:\n", "").replace("shop:", "test:") },
    setting: "cloud",
    says: ['./clouds.yaml holds "shop", "test": choose one with otc:cloud / OS_CLOUD'],
  },
  {
    title: "entry of clouds.yaml without a password",
    config: {},
    env: { OS_CLOUD: "shop" },
    files: { "clouds.yaml": CLOUDS.replace(/ *password:.*\n/, "") },
    setting: "password",
    says: ['(from username of cloud "shop" in ./clouds.yaml)', LOOKED, 'cloud "shop" in ./clouds.yaml'],
  },
  {
    title: "region that the entry of clouds.yaml does not allow",
    config: { "otc:region": "eu-nl", "otc:projectName": "eu-nl_shop" },
    env: { OS_CLOUD: "shop" },
    files: { "clouds.yaml": `${CLOUDS}    regions:\n      - eu-de\n` },
    setting: "region",
    says: ['is "eu-nl"', 'not among the regions of cloud "shop" in ./clouds.yaml: set it to eu-de'],
  },
  {
    title: "kind of sign-in in clouds.yaml that is not supported",
    config: {},
    env: { OS_CLOUD: "shop" },
    files: { "clouds.yaml": `${CLOUDS}    auth_type: v3oidcpassword\n` },
    says: ['auth_type of cloud "shop" in ./clouds.yaml is "v3oidcpassword"', "token, password or aksk"],
  },
];
