import { type Settings, spelled } from "../../config/settings/settings";
import type { Headers, HttpAnswer } from "../../http/http-client";
import type { CatalogueEntry } from "../proof/authenticator";
import type { Unauthorized } from "../proof/iam-call";
import { isRefusal, used } from "../proof/refusal";
import { notIam } from "../token/token";

/** Calls IAM, signed. */
export type SignedAsk = (request: Unauthorized, scope?: Headers) => Promise<HttpAnswer>;

interface Named {
  readonly id: string;
  readonly name: string;
}

const get = (settings: Settings, path: string, purpose: string): Unauthorized => ({
  method: "GET",
  url: `${settings.authUrl}${path}`,
  path: `/v3${path.replace(/\?.*/, "")}`,
  purpose: `${purpose} at ${settings.authUrl}`,
});

async function list<T>(
  ask: SignedAsk,
  request: Unauthorized,
  field: string,
  scope: Headers = {},
): Promise<readonly T[]> {
  const { body } = await ask(request, scope);
  const found = (body as Record<string, unknown> | undefined)?.[field];
  if (!Array.isArray(found)) throw notIam(request, `the answer holds no ${field}`);
  return found as readonly T[];
}

/** The project by id, looked up if only its name is given. Reference: IAM, "Querying Project Information". */
export async function findProject(ask: SignedAsk, settings: Settings): Promise<string | undefined> {
  const { projectId, projectName } = settings;
  if (projectId !== undefined || projectName === undefined) return projectId;
  const purpose = `find the project ${JSON.stringify(projectName)}`;
  const request = get(settings, `/projects?name=${encodeURIComponent(projectName)}`, purpose);
  const projects = await list<Named>(ask, request, "projects");
  const project = projects.find(({ name }) => name === projectName);
  if (project) return project.id;
  throw new Error(
    `${used(settings, ["projectName"])}, which is no project of the access key's account: correct the name, or set ${spelled("projectId")}`,
  );
}

/**
 * The account of the keys, by id; asked even if it is configured, as a proof of the keys before an agency is.
 * Reference: IAM, "Querying Account Information Accessible to Users".
 */
export async function findAccount(ask: SignedAsk, settings: Settings): Promise<string | undefined> {
  const { domainId, domainName } = settings;
  const domains = await list<Named>(ask, get(settings, "/auth/domains", "find the account"), "domains");
  return (domains.find(({ id, name }) => id === domainId || name === domainName) ?? domains[0])?.id;
}

// Refused for another reason than the keys: they are good, if not for this call.
function unlessForTheKeys(error: unknown): void {
  if (!isRefusal(error) || error.status === 401) throw error;
}

/** The service catalogue, as far as the keys may see it. Reference: IAM, "Querying the Service Catalog". */
export async function readCatalogue(
  ask: SignedAsk,
  settings: Settings,
  scope: Headers,
): Promise<readonly CatalogueEntry[]> {
  const request = get(settings, "/auth/catalog", "sign in by access key");
  try {
    return await list<CatalogueEntry>(ask, request, "catalog", scope);
  } catch (error) {
    unlessForTheKeys(error);
    // Without a catalogue the endpoint is the region's.
    return [];
  }
}

/** Lets DCS itself judge the keys. Reference: DCS, "Querying AZ Information", its smallest call. */
export async function proveAt(ask: SignedAsk, dcsEndpoint: string, scope: Headers): Promise<void> {
  const path = "/v1.0/availableZones";
  const request: Unauthorized = {
    method: "GET",
    url: `${dcsEndpoint}${path}`,
    path,
    purpose: `sign in by access key at ${dcsEndpoint}`,
  };
  await ask(request, scope).catch(unlessForTheKeys);
}
