import type { ArgumentName } from "./types";

/** Ways to change a running instance, in the order in which one update takes them. */
export const IN_PLACE = ["modify", "tag", "password", "extend"] as const;

export type InPlace = (typeof IN_PLACE)[number];

/** What a change of an argument means for a running instance. */
export interface Change {
  /** `record` only renews the state, `ignore` is not a change at all. */
  readonly how: InPlace | "replace" | "record" | "ignore";
  /** Some changes of the value are possible in place and the others replace; absent: all are. */
  readonly possible?: (before: unknown, after: unknown) => boolean;
  /** Only when declared: the service chooses a value otherwise, and any choice is fine. */
  readonly onlyIfDeclared?: true;
  /** Why it replaces; a sentence part that follows the property's name. */
  readonly because?: string;
  /** What avoids the replacement, where something does. */
  readonly wayRound?: string;
  /** What preview says of a change in place that Pulumi itself shows nothing of. */
  readonly silent?: string;
  /** What the service does when the argument is taken away and a value stays behind. */
  readonly removed?: string;
}

const modify: Change = { how: "modify" };
const replace = (because: string, wayRound?: string): Change => ({ how: "replace", because, wayRound });
const chosen = (change: Change): Change => ({ ...change, onlyIfDeclared: true });

const fixed = "is fixed when the instance is created";

// POST /instances/{id}/extend takes whole GB, and more of them than before.
const grows = (before: unknown, after: unknown): boolean => Number(after) > Number(before) && Number.isInteger(after);

/**
 * Per argument: changed in place, a replacement, or only recorded in state. In place are PUT /instances/{id} (`modify`),
 * the tag action (`tag`), PUT .../password (`password`) and POST .../extend (`extend`).
 * Reference: Modifying a DCS Instance, Managing Tags, Changing the Password, Scaling Up a DCS Instance.
 */
export const CHANGES: Readonly<Record<ArgumentName, Change>> = {
  name: modify,
  description: modify,
  maintainBegin: { ...modify, removed: "the window returns to the default, 02:00:00 to 06:00:00" },
  maintainEnd: modify,
  instanceBackupPolicy: {
    ...modify,
    removed:
      "the service cannot remove a backup policy; it is made manual, so no backup is made any more and those made stay",
  },
  securityGroupId: chosen(modify),
  tags: { how: "tag" },
  password: {
    how: "password",
    silent: "will be changed; data and address stay; give clients the new one",
    possible: (before, after) => before !== undefined && after !== undefined,
    because: "can only be changed in place from one password to another",
    wayRound: "leave noPasswordAccess as it is",
  },
  capacity: {
    how: "extend",
    possible: grows,
    because: "can only grow in place, to whole GB",
    wayRound: "declare at least the present capacity to keep it",
  },
  engine: replace(fixed),
  engineVersion: replace("cannot be upgraded in place by this API"),
  noPasswordAccess: replace(fixed),
  vpcId: replace(fixed),
  subnetId: replace(fixed),
  availableZones: replace(fixed),
  productId: chosen(replace(fixed, "a product of the same kind, larger only, is reached with capacity")),
  cacheMode: chosen(replace(fixed)),
  privateIp: chosen(replace(fixed, "leave privateIp out to accept the address the service chose")),
  port: replace(fixed),
  renameCommands: replace(fixed),
  enableSsl: replace(fixed),
  enablePublicip: replace(fixed),
  publicipId: replace(fixed),
  enterpriseProjectId: chosen(replace(fixed)),
  region: chosen(replace("an instance cannot move to another region")),
  projectId: chosen(replace("an instance cannot move to another project")),
  // The first two matter only while the instance is created, the third says what a change of others means.
  adoptInstanceId: { how: "ignore" },
  onNameConflict: { how: "ignore" },
  replaceOnChanges: { how: "ignore" },
  // Deleting reads the state, not the program: a new timeout must get there.
  customTimeouts: { how: "record" },
  // Deleting and refreshing hold to what the state says, also without the program.
  deletionProtection: { how: "record" },
  replaceOnDrift: { how: "record" },
};

export const ARGUMENTS = Object.keys(CHANGES) as ArgumentName[];

/** How this very change of the argument comes about. A capacity that is not known yet may be one that replaces. */
export function howOf(name: ArgumentName, before: unknown, after: unknown): Change["how"] {
  const { how, possible = () => true } = CHANGES[name];
  return possible(before, after) ? how : "replace";
}
