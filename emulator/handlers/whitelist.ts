import { ServiceError } from "../errors";
import { jsonBody } from "../http/body";
import { type Answer, type Call, noContent, ok } from "../http/call";
import type { InstanceRecord } from "../instances/record";
import { isObject } from "../rules/values";
import { instanceOf } from "./instances";

interface Whitelist {
  readonly enable_whitelist: boolean;
  readonly whitelist: readonly { readonly group_name: string; readonly ip_list: readonly string[] }[];
}

const whitelists = new WeakMap<InstanceRecord, Whitelist>();
const everything = new Set(["0.0.0.0", "0.0.0.0/0"]);
const ipv4 = /^(\d{1,3}\.){3}\d{1,3}(\/([12]?\d|3[0-2]))?$/;

function supported(call: Call): InstanceRecord {
  const instance = instanceOf(call);
  if (instance.engineVersion === "3.0") throw new ServiceError(4872);
  return instance;
}

function isGroup(value: unknown): value is Whitelist["whitelist"][number] {
  if (!isObject(value) || typeof value.group_name !== "string" || !Array.isArray(value.ip_list)) return false;
  const { ip_list: list } = value;
  return list.length <= 20 && list.every((ip) => typeof ip === "string" && ipv4.test(ip) && !everything.has(ip));
}

export function readWhitelist(call: Call): Answer {
  const instance = supported(call);
  const { enable_whitelist, whitelist } = whitelists.get(instance) ?? { enable_whitelist: false, whitelist: [] };
  return ok({ instance_id: instance.id, enable_whitelist, whitelist });
}

/** Replaces the whole list. Nothing is enforced: every client of the emulator comes from loopback. */
export function setWhitelist(call: Call): Answer {
  const instance = supported(call);
  const { enable_whitelist, whitelist } = jsonBody(call);
  if (typeof enable_whitelist !== "boolean") throw new ServiceError(4062, "enable_whitelist");
  if (!Array.isArray(whitelist) || whitelist.length > 4 || !whitelist.every(isGroup)) {
    throw new ServiceError(4062, "whitelist");
  }
  whitelists.set(instance, { enable_whitelist, whitelist });
  return noContent;
}
