import { ServiceError } from "../../service/errors";
import { isObject, type JsonObject } from "../../service/values";
import type { Call } from "./call";

/** The body as a JSON object; empty and malformed ones are refused as DCS does. */
export function jsonBody(call: Call): JsonObject {
  if (call.raw.length === 0) throw new ServiceError(4004);
  const value = parse(call.raw);
  if (!isObject(value)) throw new ServiceError(4005);
  return value;
}

/** The same where the body may be left out. */
export function optionalBody(call: Call): JsonObject {
  return call.raw.length === 0 ? {} : jsonBody(call);
}

export function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return undefined;
  }
}
