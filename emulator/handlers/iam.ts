import { account, type Project } from "../account";
import { iamError } from "../errors";
import { parse } from "../http/body";
import { type Answer, type Call, header, ok } from "../http/call";
import { authorizeIam } from "../iam/access";
import { authenticate, resolveScope } from "../iam/sign-in";
import type { Token } from "../iam/tokens";
import { isObject } from "../rules/values";

function endpoint(type: string, url: string) {
  const { region } = account;
  const id = Buffer.from(type.padEnd(16)).toString("hex");
  return { type, name: type, id, endpoints: [{ id, interface: "public", region, region_id: region, url }] };
}

function catalog(call: Call, project: Project | undefined) {
  const base = call.world.url();
  return [
    endpoint("identity", `${base}/v3`),
    ...(project === undefined ? [] : [endpoint("dcsv1", `${base}/v1.0/${project.id}`)]),
  ];
}

const stamp = (ms: number) => new Date(ms).toISOString().replace("Z", "000Z");

function tokenBody(call: Call, token: Token): object {
  const { domain, user } = account;
  const { project } = token;
  return {
    token: {
      methods: token.methods,
      issued_at: stamp(token.issuedAt),
      expires_at: stamp(token.expiresAt),
      ...(project === undefined
        ? { domain }
        : { project: { id: project.id, name: project.name, domain: project.domain } }),
      user: { id: user.id, name: user.name, password_expires_at: "", domain },
      roles: [{ id: "0", name: "te_admin" }],
      ...((call.query.get("nocatalog") ?? "") === "" ? { catalog: catalog(call, project) } : {}),
    },
  };
}

export function createToken(call: Call): Answer {
  const body = parse(call.raw);
  const auth = isObject(body) ? body.auth : undefined;
  if (!isObject(auth)) throw iamError(400, "Bad Request", "The request body is invalid.");
  const methods = authenticate(auth, call);
  const token = call.world.tokens.issue(methods, resolveScope(auth));
  return { status: 201, body: tokenBody(call, token), headers: { "x-subject-token": token.id } };
}

export function validateToken(call: Call): Answer {
  authorizeIam(call);
  const subject = header(call, "x-subject-token") ?? "";
  const found = call.world.tokens.find(subject);
  if (found === undefined || found.expired) throw iamError(404, "Not Found", "The token does not exist.");
  return { status: 200, body: tokenBody(call, found.token), headers: { "x-subject-token": subject } };
}

const links = { self: null, previous: null, next: null };

export function listProjects(call: Call): Answer {
  authorizeIam(call);
  const name = call.query.get("name") ?? "";
  const found = account.projects.filter((project) => name === "" || project.name === name);
  const { id: domainId } = account.domain;
  const described = (project: Project) => ({
    id: project.id,
    name: project.name,
    domain_id: domainId,
    parent_id: domainId,
    is_domain: false,
    enabled: true,
    description: "",
    links: {},
  });
  return ok({ projects: found.map(described), links });
}

export function listDomains(call: Call): Answer {
  authorizeIam(call);
  return ok({ domains: [{ ...account.domain, enabled: true, description: "", links: {} }], links });
}

export function readCatalog(call: Call): Answer {
  return ok({ catalog: catalog(call, authorizeIam(call)), links });
}

export function readVersion(call: Call): Answer {
  const self = { rel: "self", href: `${call.world.url()}/v3/` };
  return ok({ version: { id: "v3.6", status: "stable", updated: "2016-04-04T00:00:00Z", links: [self] } });
}
