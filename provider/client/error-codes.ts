import type { ExplainedCode } from "../http/errors/explained-code";

type Row = Omit<ExplainedCode, "number" | "forms">;

const code = (meaning: string, remedy: string, more: Omit<Row, "meaning" | "remedy"> = {}): Row => ({
  meaning,
  remedy,
  ...more,
});

const RETRY_LATER = "wait until the instance is no longer busy, then run `pulumi up` again";
const ASK_SERVICE = "run `pulumi up` again; if the error comes back, give the request id to the service desk";
const SIGN_IN_AGAIN = "check the sign-in settings, or get a new token";
const SCALING =
  "free memory until less than 70 % of the new size is in use, wait until all nodes are well and the load is low, and run `pulumi up` again; or declare what the cache has";
const NODES = "run `pulumi up` again, which looks at the nodes anew; or declare the replicas that the cache has";
const RIGHTS = "give the user a role with the DCS permissions of this project (e.g. DCS Administrator)";

/**
 * Errors that users can meet, by the number that the old and the new code share.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/appendix/error_codes.html
 */
export const ERROR_CODES: Readonly<Record<number, Row>> = {
  1001: code("the token is invalid", SIGN_IN_AGAIN),
  1002: code("the token has expired", SIGN_IN_AGAIN),
  1003: code("the token is missing", SIGN_IN_AGAIN),
  1004: code(
    "the token is for another project",
    "set projectId, or otc:projectId / OS_PROJECT_ID, to the token's project",
    { proofAccepted: true },
  ),
  2003: code("the user's role lacks the permission", RIGHTS),
  2007: code("a policy forbids the action", RIGHTS),
  3002: code("the account is read-only, e.g. for an unpaid bill", "pay the bill in the console's billing centre"),
  3003: code("the user's role lacks the permission", RIGHTS),
  3022: code("the instance does not exist", "run `pulumi refresh` if it was deleted outside Pulumi"),
  4001: code("the URL is unknown to the service", "check otc:dcsEndpoint / OS_DCS_ENDPOINT_OVERRIDE"),
  4006: code("the engine is not supported", "set engine to Redis"),
  4008: code("the engine version is not supported", "set engineVersion to one the region offers: 4.0, 5.0, 6.0 or 7.0"),
  4009: code("the product does not exist", "set cacheMode instead of productId, or take a product id of the region"),
  4010: code("the name is not valid", "set name to 4 to 64 letters, digits, - and _, beginning with a letter"),
  4012: code("the capacity is not offered", "set capacity to one the product offers"),
  4013: code("the VPC id is not valid", "set vpcId to the id of a VPC of this project"),
  4014: code("the security group id is not valid", "set securityGroupId to the id of a group of this project"),
  4016: code("the subnet id is not valid", "set subnetId to the network id of a subnet of the VPC"),
  4017: code("another job of the instance is still running", RETRY_LATER),
  4018: code("the subnet is not in the VPC", "set subnetId to a subnet of vpcId"),
  4019: code("the password is too weak", "use 8 to 32 characters of three classes: lower, upper, digits, special"),
  4020: code("the subnet has no DHCP", "enable DHCP on the subnet, or take another"),
  4022: code(
    "engine and product do not match",
    "set engineVersion and productId that belong together, or use cacheMode",
  ),
  4026: code("the instance's state does not allow it", RETRY_LATER),
  4035: code("the quota of instances is used up", "delete an unused instance, or ask for a higher quota"),
  4036: code("the quota of memory is used up", "delete an unused instance, or ask for a higher quota"),
  4039: code("the quota is used up", "delete an unused instance, or ask for a higher quota"),
  4042: code("the zone does not exist", "set availableZones to zones of the region"),
  4046: code("the security group does not exist", "set securityGroupId to a group of this project"),
  4048: code("the security group lacks rules", "allow ANY inbound and outbound within the security group"),
  4049: code("the instance is not running", RETRY_LATER),
  4054: code("the zone is sold out", "set availableZones to another zone"),
  4060: code("the name is taken", "set another name, or onNameConflict to adopt"),
  4063: code(
    "a field is not valid",
    "check templateId: the template must exist and be for this engineVersion and cacheMode",
  ),
  4067: code("exactly one zone is allowed", "name one zone in availableZones"),
  4068: code("the VPC does not exist", "set vpcId to a VPC of this project and region"),
  4069: code("somebody else is changing parameters", RETRY_LATER),
  4072: code("saveDays is not valid", "set instanceBackupPolicy.saveDays to 1 to 7"),
  4073: code("backupType is not valid", "set instanceBackupPolicy.backupType to auto or manual"),
  4074: code("periodType is not valid", "set periodicalBackupPlan.periodType to weekly"),
  4075: code(
    "backupAt is not valid",
    "set periodicalBackupPlan.backupAt to weekdays 1 to 7; an old service takes one only",
  ),
  4076: code("beginAt is not valid", "set periodicalBackupPlan.beginAt to a full hour, e.g. 00:00-01:00"),
  4080: code("the password of the instance is wrong", "set the password that the instance has now"),
  4086: code(
    "a single node cannot do this",
    "remove instanceBackupPolicy, backups and restores, or take a cacheMode other than single",
  ),
  4087: code(
    "the backup was not successful, or is none of this instance",
    "take a backup of this instance whose status is succeed",
  ),
  4096: code("the instance is being backed up", RETRY_LATER),
  4097: code("the instance is being restored", RETRY_LATER),
  4098: code("the remark is too long", "use up to 128 characters"),
  4099: code("the instance cannot be deleted in this state", RETRY_LATER),
  4101: code("the files of the backup could not be deleted", ASK_SERVICE),
  4102: code("the instance cannot be scaled like this now", SCALING),
  4103: code("the service does not scale the instance to this capacity", SCALING),
  4104: code("the instance is recovering, or was only just created", RETRY_LATER),
  4106: code(
    "the maintenance window is not valid",
    "set maintainBegin and maintainEnd four hours apart, e.g. 02:00:00, 06:00:00",
  ),
  4108: code("a scaling order is in process", RETRY_LATER),
  4111: code("the instance is restarting", RETRY_LATER),
  4113: code("the instance is being extended", RETRY_LATER),
  4114: code("the instance is being configured", RETRY_LATER),
  4115: code("the password is being changed", RETRY_LATER),
  4116: code("the instance is being upgraded", RETRY_LATER),
  4117: code("the instance is being rolled back", RETRY_LATER),
  4118: code("the instance is being created", RETRY_LATER),
  4119: code("the instance does not exist", "run `pulumi refresh` if it was deleted outside Pulumi"),
  4120: code("the instance is being frozen", "settle the account's bill"),
  4121: code("the password is being reset", RETRY_LATER),
  4200: code(
    "the instance cannot become one of this mode",
    "declare the cacheMode that it has; to have the cache replaced, which loses its data, list cacheMode in replaceOnChanges",
  ),
  4231: code("the keys of the instance are being analysed", RETRY_LATER),
  4300: code("the instance is passing client addresses through or stops doing so", RETRY_LATER),
  4839: code("the password of this instance cannot be reset", "set it in the DCS console"),
  4843: code("noPasswordAccess is not valid", "set noPasswordAccess to true or false"),
  4845: code("the password is missing or not valid", "set password, or noPasswordAccess"),
  4849: code("an instance without password takes no password", "keep one of password and noPasswordAccess"),
  4850: code("not possible for an instance without password", "remove what needs a password"),
  4872: code(
    "this instance has no whitelist",
    "remove whitelist and enableWhitelist; a cache of 3.0 has securityGroupId instead",
  ),
  4875: code("the instance would have too many replicas", "declare fewer replicas"),
  4879: code("the address of the last replica cannot be taken away", "declare the replicas that the cache has"),
  4911: code("the subnet has no free address", "free one, or take another subnet"),
  4918: code("the keys of the instance are being scanned", RETRY_LATER),
  4927: code("the specification does not exist", "set productId to one of the region"),
  4930: code("the list of nodes to remove is not valid", NODES),
  4931: code("the node is no replica of the instance", NODES),
  4933: code("the zones are not valid", "set availableZones to zones that offer the product"),
  4935: code("the last address of the domain name cannot be taken away", "declare the replicas that the cache has"),
  4936: code("the node has become the master, which cannot be removed", NODES),
  4937: code("the last replica cannot be removed", "declare at least two replicas"),
  5000: code("internal error of the service", ASK_SERVICE),
};

/** Refusals of the API gateway in front of DCS, by the digits after `APIGW.` or `APIG.`. */
export const GATEWAY_CODES: Readonly<Record<string, Row>> = {
  "0101": code("the gateway does not know this API", "check otc:dcsEndpoint / OS_DCS_ENDPOINT_OVERRIDE and the region"),
  "0201": code("the gateway got no answer from the service", ASK_SERVICE),
  "0202": code("the service is down", ASK_SERVICE),
  "0203": code("the service did not answer in time", ASK_SERVICE),
  "0301": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0302": code("the user may not do this", RIGHTS),
  "0303": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0304": code("the user may not do this", RIGHTS),
  "0305": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0306": code("the user may not do this", RIGHTS),
  "0307": code("the token must be renewed", SIGN_IN_AGAIN),
  "0308": code("too many calls", "run fewer at a time with `pulumi up --parallel`", { throttled: true }),
  "0310": code("the project is not available", "check the project in the console"),
  "0601": code("internal error of the gateway", ASK_SERVICE),
  "0613": code("IAM is down", ASK_SERVICE),
};

/** The instance is busy: the same call succeeds later. */
export const BUSY_NUMBERS: ReadonlySet<number> = new Set([
  4017, 4026, 4049, 4096, 4097, 4099, 4104, 4121, 4231, 4300, 4108, 4111, 4113, 4114, 4115, 4116, 4117, 4118, 4120,
  4918, 4975,
]);
export const BUSY_CODES: ReadonlySet<string> = new Set(["CBC.99003651"]);

/** The instance does not exist; 4119 comes with HTTP 400. An unknown URL is not listed: it says nothing about the instance. */
export const NOT_FOUND_NUMBERS: ReadonlySet<number> = new Set([3022, 4119]);
