/** What an error of the service means to a user. Reference: DCS API reference, Error Codes. */
export interface CodeMeaning {
  readonly words: string;
  readonly remedy?: string;
  /** `busy`: another task of the instance runs, the same call succeeds later. `gone`: the instance does not exist. */
  readonly kind?: "busy" | "gone" | "auth";
}

const busy = (words: string): CodeMeaning => ({ words, kind: "busy", remedy: "wait until that is over and try again" });

/** By the number after `DCS.`; the older numbering is mapped onto it. */
export const CODES: Readonly<Record<number, CodeMeaning>> = {
  1001: { words: "the token is invalid", kind: "auth", remedy: "sign in again" },
  1002: { words: "the token has expired", kind: "auth", remedy: "sign in again" },
  1003: { words: "no token was sent", kind: "auth" },
  1004: { words: "the token belongs to another project", kind: "auth", remedy: "check otc:projectId / OS_PROJECT_ID" },
  2003: { words: "the user's role does not permit this", remedy: "ask for the role DCS Administrator" },
  2007: { words: "a policy forbids this", remedy: "ask for the permission in IAM" },
  3002: { words: "the account is read-only" },
  3003: { words: "the user's role does not permit this", remedy: "ask for the role DCS Administrator" },
  3022: { words: "the instance does not exist", kind: "gone" },
  4119: { words: "the instance does not exist", kind: "gone" },
  4006: { words: "the engine is not supported", remedy: 'use engine "Redis"' },
  4008: {
    words: "the engine version is not offered",
    remedy: "choose another engineVersion; 3.0 was withdrawn in 2024",
  },
  4009: { words: "the product is not offered", remedy: "choose another productId, or use cacheMode" },
  4010: { words: "the name breaks the rule", remedy: "set another name" },
  4011: { words: "the description is too long", remedy: "use at most 1,024 characters" },
  4012: { words: "the capacity is not offered", remedy: "choose another capacity" },
  4013: { words: "the VPC id is not valid", remedy: "check vpcId" },
  4014: { words: "the security group id is not valid", remedy: "check securityGroupId" },
  4016: { words: "the subnet id is not valid", remedy: "check subnetId: the network id of the subnet is wanted" },
  4018: { words: "the subnet is not in the VPC", remedy: "check vpcId and subnetId" },
  4019: { words: "the password is too weak or not allowed", remedy: "choose another password" },
  4020: { words: "DHCP is off in the subnet", remedy: "switch DHCP on for the subnet" },
  4022: { words: "the product does not fit the engine", remedy: "check engineVersion and productId" },
  4035: { words: "the quota of instances is used up", remedy: "delete an instance or ask for a larger quota" },
  4036: { words: "the memory quota is used up", remedy: "delete an instance or ask for a larger quota" },
  4039: { words: "a quota is used up", remedy: "ask for a larger quota" },
  4042: { words: "the zone is unknown", remedy: "check availableZones" },
  4046: { words: "the security group is unknown", remedy: "check securityGroupId" },
  4048: { words: "the security group lacks its rules", remedy: "allow traffic in and out in the security group" },
  4054: { words: "the zone has no resources left", remedy: "choose other availableZones" },
  4060: { words: "the name is in use", remedy: "set another name, or adopt the instance" },
  4067: { words: "the zones are not accepted", remedy: "check availableZones" },
  4068: { words: "the VPC is unknown", remedy: "check vpcId" },
  4086: { words: "only master/standby caches have backups", remedy: "remove instanceBackupPolicy" },
  4106: { words: "the maintenance window is not accepted", remedy: "check maintainBegin and maintainEnd" },
  4845: { words: "the password is missing or not allowed", remedy: "set password or noPasswordAccess" },
  4911: { words: "the subnet has no address left", remedy: "choose another subnet" },
  4927: { words: "the specification is not valid", remedy: "choose another productId" },
  4933: { words: "the zones are not accepted", remedy: "check availableZones" },
  4017: busy("another task of the instance is running"),
  4026: busy("the instance's state does not allow it now"),
  4049: busy("the instance is not running"),
  4096: busy("the instance is being backed up"),
  4097: busy("the instance is being restored"),
  4099: busy("the instance cannot be deleted in its present state"),
  4104: busy("the instance is recovering from a fault"),
  4108: busy("an order to scale the instance is in process"),
  4111: busy("the instance is restarting"),
  4113: busy("the instance is being extended"),
  4114: busy("the instance is being configured"),
  4115: busy("the password is being changed"),
  4116: busy("the instance is being upgraded"),
  4117: busy("the instance is being rolled back"),
  4118: busy("the instance is being created"),
  4120: busy("the instance is being frozen"),
  4975: busy("the instance is being created or restarted"),
};

const EXCEPTIONS: Readonly<Record<string, number>> = {
  "111400007": 4006,
  "111404001": 4001,
  "111404022": 3022,
  "111404023": 4023,
};

/** `DCS.4026` and `111400026` as the one number 4026; `undefined` for codes of other services. */
export function normalised(code: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const exception = EXCEPTIONS[code];
  if (exception !== undefined) return exception;
  const modern = /^DCS\.\s?(\d{4})$/.exec(code);
  if (modern) return Number(modern[1]);
  const old = /^111([345]\d)(\d)(\d{3})$/.exec(code);
  if (!old) return undefined;
  const [, , status, rest] = old;
  const FIRST: Readonly<Record<string, number>> = { "111401": 1000, "111405": 5000, "111500": 5000, "111400": 4000 };
  const base = FIRST[code.slice(0, 6)];
  if (base !== undefined) return base + Number(rest);
  // 403: the last digit names the list, 2003 and 3003 share a number there.
  return code.startsWith("111403") ? 3000 + Number(rest) : Number(`${status}${rest}`);
}
