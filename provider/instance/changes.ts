import type { ArgumentName } from "./types";

/** What a change of an argument means for a running instance. */
export interface Change {
  /** `record` only renews the state, `ignore` is not a change at all. */
  readonly how: "modify" | "replace" | "record" | "ignore";
  /** Only when declared: the service chooses a value otherwise, and any choice is fine. */
  readonly onlyIfDeclared?: true;
  /** Why it replaces; a sentence part that follows the property's name. */
  readonly because?: string;
  /** What avoids the replacement, where something does. */
  readonly wayRound?: string;
}

const modify: Change = { how: "modify" };
const replace = (because: string, wayRound?: string): Change => ({ how: "replace", because, wayRound });
const chosen = (change: Change): Change => ({ ...change, onlyIfDeclared: true });

const fixed = "is fixed when the instance is created";

/**
 * Per argument: changed in place by PUT /instances/{id}, a replacement, or only recorded in state.
 * Reference: Modifying a DCS Instance, which lists all that can be modified.
 */
export const CHANGES: Readonly<Record<ArgumentName, Change>> = {
  name: modify,
  description: modify,
  maintainBegin: modify,
  maintainEnd: modify,
  instanceBackupPolicy: modify,
  securityGroupId: chosen(modify),
  engine: replace(fixed),
  engineVersion: replace("cannot be upgraded in place by this API"),
  capacity: replace("is not changed in place by this release"),
  password: replace("is not changed in place by this release", 'ignoreChanges: ["password"] keeps the cache as it is'),
  noPasswordAccess: replace(fixed),
  vpcId: replace(fixed),
  subnetId: replace(fixed),
  availableZones: replace(fixed),
  productId: chosen(replace(fixed)),
  cacheMode: chosen(replace(fixed)),
  privateIp: chosen(replace(fixed, "leave privateIp out to accept the address the service chose")),
  port: replace(fixed),
  renameCommands: replace(fixed),
  enableSsl: replace(fixed),
  enablePublicip: replace(fixed),
  publicipId: replace(fixed),
  enterpriseProjectId: chosen(replace(fixed)),
  tags: replace("are fixed when the instance is created"),
  region: chosen(replace("an instance cannot move to another region")),
  projectId: chosen(replace("an instance cannot move to another project")),
  // Both matter only while the instance is created.
  adoptInstanceId: { how: "ignore" },
  onNameConflict: { how: "ignore" },
  // Deleting reads the state, not the program: a new timeout must get there.
  customTimeouts: { how: "record" },
};

export const ARGUMENTS = Object.keys(CHANGES) as ArgumentName[];
