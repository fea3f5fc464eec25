import { ServiceError } from "../../../service/errors";
import { isObject, isUnset, isUuid, isWholeNumber, type JsonObject } from "../../../service/values";
import type { CurrentFields } from "../../../world/records/create-order";
import type { Tag } from "../../../world/records/instance-record";

/** Fields that came with Redis 4.0; the first edition refuses each of them, and password-free access. */
const currentOnly = [
  "enable_publicip",
  "publicip_id",
  "enable_ssl",
  "enterprise_project_id",
  "enterprise_project_name",
  "instance_num",
  "private_ips",
  "port",
  "rename_commands",
  "tags",
] as const;

const renamable = new Set(["command", "keys", "flushdb", "flushall", "hgetall", "scan", "hscan", "sscan", "zscan"]);
const ipv4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
const tagText = /^[\p{L}\p{N} _.:=+\-@]*$/u;
const tagValue = /^[\p{L}\p{N} _.:=+\-@/]*$/u;

function refuse(field: string): never {
  throw new ServiceError(4062, field);
}

function flag(body: JsonObject, field: string): boolean {
  const value = body[field];
  if (isUnset(value)) return false;
  return typeof value === "boolean" ? value : refuse(field);
}

/** The reference has strings in its table and a boolean in its example; both are sent in the field. */
export function checkPasswordFree(value: unknown): boolean {
  if (isUnset(value)) return false;
  if (![true, false, "true", "false"].includes(value as string | boolean)) throw new ServiceError(4843);
  return String(value) === "true";
}

function text(body: JsonObject, field: string): string | null {
  const value = body[field];
  if (isUnset(value)) return null;
  return typeof value === "string" ? value : refuse(field);
}

function publicIp(body: JsonObject): string | null {
  const id = text(body, "publicip_id");
  if (id !== null && !isUuid(id)) refuse("publicip_id");
  if (!flag(body, "enable_publicip")) return null;
  return id ?? refuse("publicip_id");
}

function port(value: unknown): number {
  if (isUnset(value)) return 6379;
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return isWholeNumber(number, 1, 65535) ? number : refuse("port");
}

function privateIps(value: unknown, count: number): string[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) refuse("private_ips");
  const valid = value.every((ip) => typeof ip === "string" && ipv4.test(ip)) && new Set(value).size === value.length;
  return valid && value.length <= count ? value : refuse("private_ips");
}

function renames(value: unknown): Record<string, string> {
  if (isUnset(value)) return {};
  if (!isObject(value)) refuse("rename_commands");
  for (const [command, name] of Object.entries(value)) {
    if (!renamable.has(command.toLowerCase()) || typeof name !== "string" || name === "") refuse("rename_commands");
  }
  return value as Record<string, string>;
}

/** Tags within the limits of a request: `key` and `value` are its longest lengths. */
export function checkTags(value: unknown, longest: { key: number; value: number }): Tag[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value) || value.length > 20) refuse("tags");
  const tags = value.map((tag) => {
    const { key, value: content = "" } = isObject(tag) ? tag : { key: undefined };
    const valid =
      typeof key === "string" &&
      typeof content === "string" &&
      [...key].length >= 1 &&
      [...key].length <= longest.key &&
      [...content].length <= longest.value &&
      tagText.test(key) &&
      tagValue.test(content) &&
      key.trim() === key &&
      !key.startsWith("_sys_");
    return valid ? { key, value: content } : refuse("tags");
  });
  return new Set(tags.map((tag) => tag.key)).size === tags.length ? tags : refuse("tags");
}

export function checkCurrentFields(body: JsonObject): CurrentFields {
  const count = isUnset(body.instance_num) ? 1 : body.instance_num;
  if (!isWholeNumber(count, 1, 100)) refuse("instance_num");
  text(body, "enterprise_project_name");
  return {
    passwordFree: checkPasswordFree(body.no_password_access),
    publicIpId: publicIp(body),
    enableSsl: flag(body, "enable_ssl"),
    enterpriseProjectId: text(body, "enterprise_project_id"),
    count,
    privateIps: privateIps(body.private_ips, count),
    port: port(body.port),
    renameCommands: renames(body.rename_commands),
    tags: checkTags(body.tags, { key: 36, value: 43 }),
  };
}

/** The same for Redis 3.0, which knows none of these fields; clients of today say of it, too, that a password is needed. */
export function refuseCurrentFields(body: JsonObject): CurrentFields {
  if (checkPasswordFree(body.no_password_access)) refuse("no_password_access");
  for (const field of currentOnly) if (!isUnset(body[field])) refuse(field);
  return checkCurrentFields({});
}
