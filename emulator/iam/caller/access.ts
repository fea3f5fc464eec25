import { iamError, ServiceError } from "../../service/errors";
import type { Project } from "../../world/accounts/account";
import { domainOf, type Principal } from "../../world/accounts/principal";
import { type Call, header } from "../../world/call/call";
import { isSigned, refusedByGateway, verifySignature } from "./signed-call";

/** Who calls, and the project the credential is good for; without one it is good for the domain. */
export interface Caller {
  readonly principal: Principal;
  readonly project: Project | undefined;
}

/** A key is good for all projects of its domain; `X-Project-Id` says which one is meant. */
function signedCaller(call: Call): Caller {
  const principal = verifySignature(call);
  const projectId = header(call, "x-project-id");
  const project = projectId === undefined ? undefined : call.world.projects.find(principal, projectId);
  if (projectId !== undefined && project === undefined) throw refusedByGateway(call, "project not exist");
  const domainId = header(call, "x-domain-id");
  if (domainId !== undefined && domainId !== domainOf(principal).id) throw refusedByGateway(call, "domain not exist");
  return { principal, project };
}

function signedProject(call: Call): Project | undefined {
  const { principal, project } = signedCaller(call);
  const { project: inPath } = call.params;
  return project ?? (inPath === undefined ? undefined : call.world.projects.find(principal, inPath));
}

function tokenProject(call: Call): Project | undefined {
  const id = header(call, "x-auth-token");
  if (id === undefined || id === "") throw new ServiceError(1003);
  const found = call.world.tokens.find(id);
  if (found === undefined) throw new ServiceError(1001);
  if (found.expired) throw new ServiceError(1002);
  return found.token.project;
}

/** Lets a call to DCS pass only with a credential of a project, and of the project in its path if there is one. */
export function authorizeDcs(call: Call): Project {
  const signed = isSigned(call);
  const project = signed ? signedProject(call) : tokenProject(call);
  if (project === undefined) throw new ServiceError(signed && call.params.project !== undefined ? 1004 : 1001);
  if (call.params.project !== undefined && call.params.project !== project.id) throw new ServiceError(1004);
  return project;
}

/** Lets a call to IAM pass with any valid credential. */
export function authorizeIam(call: Call): Caller {
  if (isSigned(call)) return signedCaller(call);
  const found = call.world.tokens.find(header(call, "x-auth-token") ?? "");
  if (found === undefined || found.expired)
    throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
  return found.token;
}
