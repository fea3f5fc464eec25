import { iamError } from "../../service/errors";
import { isObject, isUnset, type JsonObject } from "../../service/values";
import { parse } from "../../world/call/body";
import type { Call } from "../../world/call/call";

export const unauthorized = (message: string) => iamError(401, "Unauthorized", message);
export const badRequest = (what: string) => iamError(400, "Bad Request", `${what} is missing or malformed.`);

export function child(parent: JsonObject, key: string): JsonObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

/** Whether something is named as the caller named it: by id, or else by name. */
export function names(given: JsonObject | undefined, real: { readonly id: string; readonly name: string }): boolean {
  if (given === undefined) return false;
  return isUnset(given.id) ? given.name === real.name : given.id === real.id;
}

/** `auth` of the body of a call. */
export function authOf(call: Call): JsonObject {
  const body = parse(call.raw);
  const auth = isObject(body) ? child(body, "auth") : undefined;
  if (auth === undefined) throw iamError(400, "Bad Request", "The request body is invalid.");
  return auth;
}

/** `auth.identity`, and the methods it names. */
export function identityOf(auth: JsonObject): { readonly identity: JsonObject; readonly methods: readonly string[] } {
  const identity = child(auth, "identity");
  const wanted = identity?.methods;
  if (identity === undefined || !Array.isArray(wanted) || wanted.length === 0)
    throw badRequest("auth.identity.methods");
  return { identity, methods: wanted.map(String) };
}
