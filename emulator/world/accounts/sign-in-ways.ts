import type { Clock } from "../../service/clock";
import { account } from "./account";
import { passcodeAt } from "./passcodes";
import type { TokenStore } from "./tokens";

type Variables = Readonly<Record<string, string>>;

/** Environment variables for each way to sign in, one complete set each. */
export interface SignInWays {
  /** User and password. */
  readonly password: Variables;
  /** A user with an MFA device, its password, and the passcode of this moment: good for half a minute at least. */
  readonly mfa: Variables;
  /** A new token with every look, scoped to the project of `env`. */
  readonly token: Variables;
  /** Permanent access key. */
  readonly keys: Variables;
  /** Temporary access key with its security token; good for 24 hours. */
  readonly temporaryKeys: Variables;
  /** User and password, and an agency of another domain with a project of that domain. */
  readonly agency: Variables;
}

/** Ways to sign in, as the command line and the page spell them. */
export const wayNames = {
  password: "password",
  mfa: "mfa",
  token: "token",
  keys: "keys",
  "temporary-keys": "temporaryKeys",
  agency: "agency",
} as const satisfies Readonly<Record<string, keyof SignInWays>>;

/** What both password and access key need, at `url`. */
export function environment(url: string): Record<string, string> {
  return {
    OS_AUTH_URL: `${url}/v3`,
    OS_USERNAME: account.user.name,
    OS_PASSWORD: account.user.password,
    OS_DOMAIN_NAME: account.domain.name,
    OS_PROJECT_NAME: account.projects[0].name,
    OS_REGION_NAME: account.region,
    OS_ACCESS_KEY: account.accessKey,
    OS_SECRET_KEY: account.secretKey,
  };
}

/** The ways to sign in at `url`. */
export function signInWays(url: string, tokens: TokenStore, clock: Clock): SignInWays {
  const { agency, domain, mfaUser, projects, region, temporary, user } = account;
  const [project] = projects;
  const service = { OS_AUTH_URL: `${url}/v3`, OS_REGION_NAME: region };
  const place = { ...service, OS_DOMAIN_NAME: domain.name, OS_PROJECT_NAME: project.name };
  const password = { ...place, OS_USERNAME: user.name, OS_PASSWORD: user.password };
  return {
    password,
    get mfa() {
      const passcode = passcodeAt(mfaUser.mfaKey, clock.now());
      return { ...place, OS_USER_ID: mfaUser.id, OS_PASSWORD: mfaUser.password, OS_PASSCODE: passcode };
    },
    get token() {
      const token = tokens.issue({ methods: ["password"], principal: { user }, project });
      return { ...service, OS_AUTH_TOKEN: token.id };
    },
    keys: { ...place, OS_ACCESS_KEY: account.accessKey, OS_SECRET_KEY: account.secretKey },
    temporaryKeys: {
      ...place,
      OS_ACCESS_KEY: temporary.accessKey,
      OS_SECRET_KEY: temporary.secretKey,
      OS_SECURITY_TOKEN: temporary.securityToken,
    },
    agency: {
      ...password,
      OS_AGENCY_NAME: agency.name,
      OS_AGENCY_DOMAIN_NAME: agency.domain.name,
      OS_DELEGATED_PROJECT: account.delegatedProject.name,
    },
  };
}
