export interface Domain {
  readonly id: string;
  readonly name: string;
}

export interface Project {
  readonly id: string;
  /** Begins with the region, as every project's name does: `eu-de` or `eu-de_anything`. */
  readonly name: string;
  readonly domain: Domain;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  readonly domain: Domain;
  /** Key of the MFA device; a user that has one must give a passcode too. */
  readonly mfaKey?: string;
}

/** A domain lets the users of another one work in its projects. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** Who delegates. */
  readonly domain: Domain;
  /** Who may act. */
  readonly trusted: Domain;
}

const domain: Domain = { id: "d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0", name: "OTC-LOCAL-EMULATOR" };
const delegating: Domain = { id: "de1ede1ede1ede1ede1ede1ede1ede1e", name: "OTC-LOCAL-DELEGATING" };

const user: User = {
  id: "a5e7a5e7a5e7a5e7a5e7a5e7a5e7a5e7",
  name: "local-user",
  password: "local-only-not-a-secret",
  domain,
};

const mfaUser = {
  id: "a5e8a5e8a5e8a5e8a5e8a5e8a5e8a5e8",
  name: "local-mfa-user",
  password: "local-only-mfa-not-a-secret",
  domain,
  mfaKey: "local-only-mfa-key-not-a-secret",
} as const satisfies User;

const projects = [
  { id: "10ca110ca110ca110ca110ca110ca110", name: "eu-de_local", domain },
  { id: "10ca210ca210ca210ca210ca210ca210", name: "eu-de", domain },
  { id: "10ca310ca310ca310ca310ca310ca310", name: "eu-de_shop", domain },
  { id: "10ca410ca410ca410ca410ca410ca410", name: "eu-nl", domain },
  { id: "10ca510ca510ca510ca510ca510ca510", name: "eu-nl_shop", domain },
  { id: "10ca610ca610ca610ca610ca610ca610", name: "eu-de", domain: delegating },
  { id: "10ca710ca710ca710ca710ca710ca710", name: "eu-de_delegated", domain: delegating },
  { id: "10ca810ca810ca810ca810ca810ca810", name: "eu-nl", domain: delegating },
] as const satisfies readonly Project[];

/** The one made-up account the emulator knows, and the domain that delegates to it. Every value says that it is not real. */
export const account = {
  region: "eu-de",
  regions: ["eu-de", "eu-nl"],
  domain,
  delegating,
  domains: [domain, delegating],
  user,
  mfaUser,
  users: [user, mfaUser] as readonly User[],
  accessKey: "LOCAL-ONLY-ACCESS-KEY",
  secretKey: "local-only-key-not-a-secret",
  temporary: {
    accessKey: "LOCAL-ONLY-TEMPORARY-KEY",
    secretKey: "local-only-temporary-key-not-a-secret",
    securityToken: "local-only-security-token-not-a-secret",
  },
  agency: {
    id: "a6e4a6e4a6e4a6e4a6e4a6e4a6e4a6e4",
    name: "local-agency",
    domain: delegating,
    trusted: domain,
  } satisfies Agency as Agency,
  /** The project the agency is good for, besides those of the regions. */
  delegatedProject: projects[6],
  projects,
} as const;

/** The region a project lies in. */
export function regionOf(project: Project): string {
  return project.name.split("_")[0] ?? project.name;
}
