import { isIPv4 } from "node:net";
import { ServiceError } from "../../../service/errors";
import { isObject, type JsonObject } from "../../../service/values";

export interface Whitelist {
  readonly enable_whitelist: boolean;
  readonly whitelist: readonly { readonly group_name: string; readonly ip_list: readonly string[] }[];
}

/** Most groups, and most addresses of all groups together. */
const groupLimit = 4;
export const addressLimit = 20;

const everything = new Set(["0.0.0.0", "0.0.0.0/0"]);

function isGroup(value: unknown): value is Whitelist["whitelist"][number] {
  if (!isObject(value) || typeof value.group_name !== "string" || !Array.isArray(value.ip_list)) return false;
  return value.ip_list.every((ip) => typeof ip === "string");
}

/** What the service says no to; what it only fails to store passes here. */
export function checkWhitelist({ enable_whitelist, whitelist }: JsonObject): Whitelist {
  if (typeof enable_whitelist !== "boolean") throw new ServiceError(4062, "enable_whitelist");
  if (!Array.isArray(whitelist) || !whitelist.every(isGroup)) throw new ServiceError(4062, "whitelist");
  const addresses = whitelist.flatMap((group) => group.ip_list);
  if (whitelist.length > groupLimit || addresses.length > addressLimit) throw new ServiceError(4063, "whitelist");
  if (addresses.some((ip) => everything.has(ip))) throw new ServiceError(4062, "whitelist");
  return { enable_whitelist, whitelist };
}

/** Whether it is an address, or a range whose host bits are zero. */
function isRange(text: string): boolean {
  const [ip = "", bits = "32", ...rest] = text.split("/");
  if (!isIPv4(ip) || rest.length > 0 || !/^([12]?\d|3[0-2])$/.test(bits)) return false;
  const number = ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return number % 2 ** (32 - Number(bits)) === 0;
}

export function canBeStored({ whitelist }: Whitelist): boolean {
  return whitelist.every(({ ip_list: list }) => list.every(isRange));
}
