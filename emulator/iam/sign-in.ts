import { account, type Project } from "../account";
import { iamError } from "../errors";
import type { Call } from "../http/call";
import { isObject, type JsonObject } from "../rules/values";

const unauthorized = () => iamError(401, "Unauthorized", "The username or password is wrong.");
const badRequest = (what: string) => iamError(400, "Bad Request", `${what} is missing or malformed.`);

function child(parent: JsonObject, key: string): JsonObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

function names(given: JsonObject | undefined, real: { id: string; name: string }): boolean {
  if (given === undefined) return false;
  return given.id === undefined ? given.name === real.name : given.id === real.id;
}

function checkPassword(identity: JsonObject): void {
  const user = child(child(identity, "password") ?? {}, "user");
  if (user === undefined) throw badRequest("auth.identity.password.user");
  // A name is unique within its domain only; an id needs no domain.
  if (user.id === undefined && child(user, "domain") === undefined) throw badRequest("user.domain");
  const domainFits = user.id !== undefined || names(child(user, "domain"), account.domain);
  if (!names(user, account.user) || !domainFits || user.password !== account.user.password) throw unauthorized();
}

function checkToken(identity: JsonObject, call: Call): void {
  const id = child(identity, "token")?.id;
  if (typeof id !== "string") throw badRequest("auth.identity.token.id");
  const found = call.world.tokens.find(id);
  if (found === undefined || found.expired) throw iamError(401, "Unauthorized", "The token is invalid or has expired.");
}

const methods: Readonly<Record<string, (identity: JsonObject, call: Call) => void>> = {
  password: checkPassword,
  token: checkToken,
};

/** Checks who asks; answers the methods used. */
export function authenticate(auth: JsonObject, call: Call): string[] {
  const identity = child(auth, "identity");
  const wanted = identity?.methods;
  if (identity === undefined || !Array.isArray(wanted) || wanted.length === 0)
    throw badRequest("auth.identity.methods");
  for (const method of wanted) {
    const check = typeof method === "string" && Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (check === undefined) throw iamError(401, "Unauthorized", "The authentication method is not supported.");
    check(identity, call);
  }
  return wanted;
}

/** The project a token is wanted for, or `undefined` for the domain. */
export function resolveScope(auth: JsonObject): Project | undefined {
  const scope = child(auth, "scope") ?? {};
  const wanted = child(scope, "project");
  if (wanted !== undefined) {
    const project = account.projects.find((candidate) => names(wanted, candidate));
    const domain = child(wanted, "domain");
    if (project === undefined || (domain !== undefined && !names(domain, account.domain))) {
      throw iamError(401, "Unauthorized", "The project does not exist or the user has no permission for it.");
    }
    return project;
  }
  const domain = child(scope, "domain");
  if (domain !== undefined && !names(domain, account.domain)) {
    throw iamError(401, "Unauthorized", "The domain does not exist or the user is not in it.");
  }
  return undefined;
}
