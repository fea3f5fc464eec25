import { iamError } from "../../service/errors";
import { isUnset, type JsonObject } from "../../service/values";
import { account } from "../../world/accounts/account";
import type { Principal } from "../../world/accounts/principal";
import type { Call } from "../../world/call/call";
import { authorizeIam } from "../caller/access";
import { badRequest } from "./requests";

/** Lets the caller act for the agency that `assume_role` names, if it may. */
export function assumeRole(role: JsonObject | undefined, call: Call): Principal {
  if (role === undefined) throw badRequest("auth.identity.assume_role");
  const name = isUnset(role.xrole_name) ? role.agency_name : role.xrole_name;
  if (isUnset(name)) throw badRequest("assume_role.xrole_name");
  if (isUnset(role.domain_name) && isUnset(role.domain_id)) throw badRequest("assume_role.domain_name");
  const { principal } = authorizeIam(call);
  const { agency } = account;
  const { domain } = agency;
  const fits = isUnset(role.domain_id) ? role.domain_name === domain.name : role.domain_id === domain.id;
  if (name !== agency.name || !fits) throw iamError(404, "Not Found", "The agency does not exist.");
  // Whoever acts for an agency already cannot go on to the next one.
  if (principal.agency !== undefined || principal.user.domain.id !== agency.trusted.id) {
    throw iamError(403, "Forbidden", "You are not authorized to perform the requested action.");
  }
  return { user: principal.user, agency };
}
