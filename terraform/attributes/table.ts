import { DEFAULT_PORT, versionOf } from "../../provider/dcs-instance/values/editions";
import { type Cache, isEmpty, list, text } from "../state/cache";
import type { Row } from "./row";
import {
  commandsOf,
  flatPolicy,
  groupsOf,
  hasUnsureCommands,
  isOf3,
  notOn3,
  parametersOf,
  policyObstacle,
  policyOf,
  productOf,
} from "./values";

const POLICY_TYPE =
  "{ saveDays: number; backupType?: string; periodicalBackupPlan: { beginAt: string; periodType: string; backupAt: number[] } }";

const OUTPUT: Row = { says: "output" };
const PART: Row = { says: "part" };

const only3 = (_: unknown, cache: Cache): string | undefined =>
  isOf3(cache) ? undefined : "has no effect from Redis 4.0 on, where the whitelist says who may connect";

const isFree = (cache: Cache): boolean => !isOf3(cache) && String(cache.values.no_password_access) === "true";

// Version 2 of Terraform's resource reads nothing that shows whether an imported cache has a password.
const isUnsure = (cache: Cache): boolean =>
  !isOf3(cache) &&
  cache.type === "opentelekomcloud_dcs_instance_v2" &&
  isEmpty(cache.values.password) &&
  isEmpty(cache.values.access_user);

/**
 * What becomes of each attribute of Terraform's resources `opentelekomcloud_dcs_instance_v1` and `_v2`.
 *
 * References: https://registry.terraform.io/providers/opentelekomcloud/opentelekomcloud/latest/docs/resources/dcs_instance_v1
 * and https://registry.terraform.io/providers/opentelekomcloud/opentelekomcloud/latest/docs/resources/dcs_instance_v2
 */
export const ATTRIBUTES: Readonly<Record<string, Row>> = {
  name: { to: "name" },
  description: { to: "description" },
  engine: { to: "engine", reads: (value) => (text(value).toLowerCase() === "redis" ? undefined : value) },
  engine_version: { to: "engineVersion", reads: (value) => versionOf(text(value)) },
  // Version 1 keeps the product under its id, version 2 under its specification.
  product_id: {
    to: "productId",
    always: true,
    reads: (_, cache) => (isEmpty(cache.values.flavor) ? productOf(cache) : undefined),
  },
  flavor: { to: "productId", reads: (_, cache) => productOf(cache) },
  capacity: { to: "capacity", type: "number" },
  available_zones: { to: "availableZones", type: "string[]" },
  availability_zones: { to: "availableZones", type: "string[]" },
  vpc_id: { to: "vpcId" },
  subnet_id: { to: "subnetId" },
  security_group_id: { to: "securityGroupId", unless: only3 },
  private_ip: { to: "privateIp", unless: notOn3, reads: (value) => text(value).split(",")[0] },
  port: {
    to: "port",
    type: "number",
    reads: (value, cache) => (isOf3(cache) || Number(value) === DEFAULT_PORT ? undefined : value),
  },
  password: {
    to: "password",
    secret: true,
    always: true,
    reads: (_, cache) => (isFree(cache) || isUnsure(cache) ? undefined : ""),
    note: (_, cache) =>
      isUnsure(cache)
        ? "the state does not show whether the cache has one; declare what is true: `password`, as a secret, or `noPasswordAccess: true`"
        : undefined,
  },
  no_password_access: { to: "noPasswordAccess", reads: (_, cache) => (isFree(cache) ? true : undefined) },
  access_user: { not: "is not an argument of this package; a cache has its default user only" },
  whitelist: { to: "whitelist", type: "{ groupName: string; ipList: string[] }[]", unless: notOn3, reads: groupsOf },
  enable_whitelist: {
    to: "enableWhitelist",
    type: "boolean",
    // Declared groups are in force by default. Without groups, version 2 of Terraform's resource shows `true` in any case.
    reads: (value, { values }) => (value === false && list(values.whitelist).length > 0 ? false : undefined),
    note: (value, { values, type }) =>
      value === true && type.endsWith("_v1") && list(values.whitelist).length === 0
        ? "true without groups is not declared, and stays as it is"
        : undefined,
  },
  ssl_enable: { to: "enableSsl", type: "boolean", reads: (value) => (value === true ? true : undefined) },
  configuration: { to: "parameters", type: "Record<string, string>", reads: parametersOf },
  parameters: { to: "parameters", type: "Record<string, string>", reads: parametersOf },
  template_id: { not: "matters only when a cache is created; its parameters are what they are now" },
  rename_commands: {
    to: "renameCommands",
    type: "Record<string, string>",
    unless: notOn3,
    reads: commandsOf,
    note: (value) =>
      hasUnsureCommands(value)
        ? "Terraform's provider sends the new name of flushall as that of flushdb, and drops commands it does not know; find out how those are called now, and add them"
        : undefined,
  },
  maintain_begin: { to: "maintainBegin" },
  maintain_end: { to: "maintainEnd" },
  backup_policy: { to: "instanceBackupPolicy", type: POLICY_TYPE, unless: policyObstacle, reads: policyOf },
  // Version 1 may declare the policy by attributes of the cache itself.
  backup_at: {
    to: "instanceBackupPolicy",
    parts: ["save_days", "backup_type", "begin_at", "period_type"],
    type: POLICY_TYPE,
    unless: (_, cache) => policyObstacle(flatPolicy(cache), cache),
    reads: (_, cache) => policyOf(flatPolicy(cache)),
  },
  save_days: PART,
  backup_type: PART,
  begin_at: PART,
  period_type: PART,
  tags: { to: "tags", type: "Record<string, string>", unless: notOn3 },
  region: { to: "region" },
  reserved_ips: { to: "reservedIps", type: "string[]", unless: notOn3 },
  deleted_nodes: { not: "is not an argument of this package, which removes replicas of `ha` one by one by itself" },
  timeouts: PART,
  id: PART,
  bandwidth_info: OUTPUT,
  cache_mode: OUTPUT,
  cpu_type: OUTPUT,
  created_at: OUTPUT,
  domain_name: OUTPUT,
  internal_version: OUTPUT,
  ip: OUTPUT,
  launched_at: OUTPUT,
  max_memory: OUTPUT,
  order_id: OUTPUT,
  product_type: OUTPUT,
  readonly_domain_name: OUTPUT,
  replica_count: OUTPUT,
  resource_spec_code: OUTPUT,
  security_group_name: OUTPUT,
  sharding_count: OUTPUT,
  status: OUTPUT,
  subnet_cidr: OUTPUT,
  subnet_name: OUTPUT,
  transparent_client_ip_enable: OUTPUT,
  used_memory: OUTPUT,
  user_id: OUTPUT,
  user_name: OUTPUT,
  vpc_name: OUTPUT,
};
