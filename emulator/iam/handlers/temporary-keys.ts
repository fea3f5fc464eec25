import { iamError } from "../../service/errors";
import { isUnset, isWholeNumber, type JsonObject } from "../../service/values";
import type { Principal } from "../../world/accounts/principal";
import { type Answer, type Call, header } from "../../world/call/call";
import { assumeRole } from "../sign-in/agency";
import { authOf, badRequest, child, identityOf, unauthorized } from "../sign-in/requests";

/** Seconds. */
const lifetimes = { shortest: 15 * 60, longest: 24 * 60 * 60 };

/** The header goes before the body. */
function ownerOfToken(given: JsonObject, call: Call): Principal {
  const id = header(call, "x-auth-token") ?? given.id;
  const found = typeof id === "string" ? call.world.tokens.find(id) : undefined;
  if (found === undefined || found.expired) throw unauthorized("The token is missing, invalid or has expired.");
  return found.token.principal;
}

const methods: Readonly<Record<string, (given: JsonObject, call: Call) => Principal>> = {
  token: ownerOfToken,
  assume_role: assumeRole,
};

/** Clients in the field write a duration that was not given as 0. */
function lifetime({ duration_seconds: given }: JsonObject): number {
  if (isUnset(given) || given === 0) return lifetimes.shortest;
  if (!isWholeNumber(given, lifetimes.shortest, lifetimes.longest)) throw badRequest("duration_seconds");
  return given;
}

export function createTemporaryKey(call: Call): Answer {
  const { identity, methods: wanted } = identityOf(authOf(call));
  const [method = ""] = wanted;
  const owner = wanted.length === 1 && Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (owner === undefined) throw iamError(400, "Bad Request", "The method must be token or assume_role.");
  const given = child(identity, method) ?? {};
  const principal = owner(given, call);
  const key = call.world.keys.issue(principal, lifetime(given) * 1000);
  const expires_at = new Date(key.expiresAt).toISOString().replace("Z", "000Z");
  const credential = { expires_at, access: key.access, secret: key.secret, securitytoken: key.securityToken };
  return { status: 201, body: { credential } };
}
