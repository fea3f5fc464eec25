import { account, type Project } from "../account";
import { gatewayError, iamError, ServiceError } from "../errors";
import { type Call, header } from "../http/call";
import { verifySignature } from "./signature";

const isSigned = (call: Call) => (header(call, "authorization") ?? "").startsWith("SDK-HMAC-SHA256");

/** The project a signed request works in: the one its header names, else the only one there is to mean. */
function signedProject(call: Call): Project {
  verifySignature(call);
  const id = header(call, "x-project-id") ?? call.params.project ?? account.projects[0].id;
  const project = account.projects.find((candidate) => candidate.id === id);
  if (project === undefined) {
    throw gatewayError(401, "APIGW.0301", "Incorrect IAM authentication information: project", call.requestId);
  }
  return project;
}

function tokenProject(call: Call): Project {
  const id = header(call, "x-auth-token");
  if (id === undefined || id === "") throw new ServiceError(1003);
  const found = call.world.tokens.find(id);
  if (found === undefined) throw new ServiceError(1001);
  if (found.expired) throw new ServiceError(1002);
  if (found.token.project === undefined) throw new ServiceError(1001);
  return found.token.project;
}

/** Lets a call to DCS pass only with a credential of a project, and of the project in its path if there is one. */
export function authorizeDcs(call: Call): Project {
  const project = isSigned(call) ? signedProject(call) : tokenProject(call);
  if (call.params.project !== undefined && call.params.project !== project.id) throw new ServiceError(1004);
  return project;
}

/** Lets a call to IAM pass with any valid credential; answers the project it is scoped to. */
export function authorizeIam(call: Call): Project | undefined {
  if (isSigned(call)) return signedProject(call);
  const found = call.world.tokens.find(header(call, "x-auth-token") ?? "");
  if (found === undefined || found.expired)
    throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
  return found.token.project;
}
