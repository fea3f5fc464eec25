import { iamError } from "../../service/errors";
import { account, type Project } from "../../world/accounts/account";
import { domainOf, type Principal } from "../../world/accounts/principal";
import type { Token } from "../../world/accounts/tokens";
import { type Answer, type Call, header, ok } from "../../world/call/call";
import { authorizeIam } from "../caller/access";
import { authOf } from "../sign-in/requests";
import { authenticate, resolveScope } from "../sign-in/sign-in";

/** A service of the catalogue; in every region it is served here. */
function service(type: string, url: string) {
  const idOf = (text: string) => Buffer.from(text.padEnd(16)).toString("hex").slice(0, 32);
  const endpoints = account.regions.map((region) => ({
    id: idOf(`${region}/${type}`),
    interface: "public",
    region,
    region_id: region,
    url,
  }));
  return { type, name: type, id: idOf(type), endpoints };
}

/** Older clients look for DCS under one name, newer ones under the other. */
const dcsTypes = ["dcsv1", "dcs"] as const;

function catalog(call: Call, project: Project | undefined) {
  const base = call.world.url();
  return [
    service("identity", `${base}/v3`),
    ...(project === undefined ? [] : dcsTypes.map((type) => service(type, `${base}/v1.0/${project.id}`))),
  ];
}

const stamp = (ms: number) => new Date(ms).toISOString().replace("Z", "000Z");

/** The user of a token; one that acts for an agency appears as the agency, assumed by the user. */
function describeUser({ user, agency }: Principal): object {
  const self = { id: user.id, name: user.name, password_expires_at: "", domain: user.domain };
  if (agency === undefined) return { user: self };
  const { id, domain, trusted } = agency;
  return { user: { id, name: `${trusted.name}/${agency.name}`, domain }, assumed_by: { user: self } };
}

function tokenBody(call: Call, token: Token): object {
  const { principal, project } = token;
  const domain = domainOf(principal);
  return {
    token: {
      methods: token.methods,
      issued_at: stamp(token.issuedAt),
      expires_at: stamp(token.expiresAt),
      ...(project === undefined ? { domain } : { project: { id: project.id, name: project.name, domain } }),
      ...describeUser(principal),
      roles: [{ id: "0", name: "te_admin" }],
      ...((call.query.get("nocatalog") ?? "") === "" ? { catalog: catalog(call, project) } : {}),
    },
  };
}

export function createToken(call: Call): Answer {
  const auth = authOf(call);
  const signIn = authenticate(auth, call);
  const token = call.world.tokens.issue({
    ...signIn,
    project: resolveScope(auth, signIn.principal, call.world.projects),
  });
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

const askedFor = (call: Call) => {
  const name = call.query.get("name") ?? "";
  return (found: { readonly name: string }) => name === "" || found.name === name;
};

export function listProjects(call: Call): Answer {
  const found = call.world.projects.of(authorizeIam(call).principal).filter(askedFor(call));
  const described = ({ id, name, domain }: Project) => ({
    id,
    name,
    domain_id: domain.id,
    parent_id: domain.id,
    is_domain: false,
    enabled: true,
    description: "",
    links: {},
  });
  return ok({ projects: found.map(described), links });
}

export function listDomains(call: Call): Answer {
  const found = [domainOf(authorizeIam(call).principal)].filter(askedFor(call));
  return ok({ domains: found.map((domain) => ({ ...domain, enabled: true, description: "", links: {} })), links });
}

export function readCatalog(call: Call): Answer {
  return ok({ catalog: catalog(call, authorizeIam(call).project), links });
}

const version = (call: Call) => ({
  id: "v3.6",
  status: "stable",
  updated: "2016-04-04T00:00:00Z",
  links: [{ rel: "self", href: `${call.world.url()}/v3/` }],
});

export function readVersion(call: Call): Answer {
  return ok({ version: version(call) });
}

export function listVersions(call: Call): Answer {
  return { status: 300, body: { versions: { values: [version(call)] } } };
}
