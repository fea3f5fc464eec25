import { isUnset, type JsonObject } from "../../service/values";
import { account, type Project, type User } from "../../world/accounts/account";
import { domainOf, type Principal } from "../../world/accounts/principal";
import type { Projects } from "../../world/accounts/projects";
import type { Call } from "../../world/call/call";
import { assumeRole } from "./agency";
import { badRequest, child, identityOf, names, unauthorized } from "./requests";

/** What one method proves. */
interface Proof {
  readonly principal: Principal;
  readonly notAfter?: number;
}

type Method = (identity: JsonObject, call: Call) => Proof;

function password(identity: JsonObject): Proof {
  const given = child(child(identity, "password") ?? {}, "user");
  if (given === undefined) throw badRequest("auth.identity.password.user");
  // A name is unique within its domain only; an id needs no domain.
  const byId = !isUnset(given.id);
  if (!byId && child(given, "domain") === undefined) throw badRequest("user.domain");
  const fits = (user: User) => names(given, user) && (byId || names(child(given, "domain"), user.domain));
  const user = account.users.find(fits);
  if (user === undefined || given.password !== user.password) throw unauthorized("The username or password is wrong.");
  return { principal: { user } };
}

function totp(identity: JsonObject, call: Call): Proof {
  const given = child(child(identity, "totp") ?? {}, "user");
  if (given === undefined || isUnset(given.id)) throw badRequest("auth.identity.totp.user.id");
  const user = account.users.find(({ id }) => id === given.id);
  if (user === undefined || !call.world.passcodes.accepts(user, given.passcode)) {
    throw unauthorized("The user or the passcode is wrong.");
  }
  return { principal: { user } };
}

function token(identity: JsonObject, call: Call): Proof {
  const id = child(identity, "token")?.id;
  if (typeof id !== "string") throw badRequest("auth.identity.token.id");
  const found = call.world.tokens.find(id);
  if (found === undefined || found.expired) throw unauthorized("The token is invalid or has expired.");
  return { principal: found.token.principal, notAfter: found.token.expiresAt };
}

const known: Readonly<Record<string, Method>> = {
  password,
  totp,
  token,
  assume_role: (identity, call) => ({ principal: assumeRole(child(identity, "assume_role"), call) }),
};

/** Methods that prove something only together. */
const combinations: ReadonlySet<string> = new Set(["password", "password+totp", "token", "assume_role"]);

export interface SignIn extends Proof {
  readonly methods: readonly string[];
}

/** Checks who asks. */
export function authenticate(auth: JsonObject, call: Call): SignIn {
  const { identity, methods } = identityOf(auth);
  if (!combinations.has([...methods].sort().join("+"))) {
    throw unauthorized("The authentication method is not supported.");
  }
  const proofs = methods.flatMap((method) => known[method]?.(identity, call) ?? []);
  const [first] = proofs;
  if (first === undefined) throw badRequest("auth.identity.methods");
  const { user } = first.principal;
  if (proofs.some(({ principal }) => principal.user.id !== user.id)) {
    throw unauthorized("The password and the passcode are of different users.");
  }
  if (user.mfaKey !== undefined && methods.includes("password") && !methods.includes("totp")) {
    throw unauthorized("The user has MFA enabled: a passcode is required.");
  }
  return { ...first, methods };
}

/** The project a token is wanted for, or `undefined` for the domain. */
export function resolveScope(auth: JsonObject, principal: Principal, projects: Projects): Project | undefined {
  const scope = child(auth, "scope") ?? {};
  const own = domainOf(principal);
  const wanted = child(scope, "project");
  if (wanted !== undefined) {
    const project = projects.of(principal).find((candidate) => names(wanted, candidate));
    const domain = child(wanted, "domain");
    if (project === undefined || (domain !== undefined && !names(domain, own))) {
      throw unauthorized("The project does not exist or the user has no permission for it.");
    }
    return project;
  }
  const domain = child(scope, "domain");
  if (domain !== undefined && !names(domain, own)) {
    throw unauthorized("The domain does not exist or the user is not in it.");
  }
  return undefined;
}
