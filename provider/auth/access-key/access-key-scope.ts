import { type Settings, settingLabel } from "../../config/settings/settings";
import type { Headers, HttpAnswer } from "../../http/exchange/request";
import type { CatalogueEntry } from "../proof/authenticator";
import type { UnsignedRequest } from "../proof/iam-call";
import { isRefusal, used } from "../proof/refusal";
import { notIam } from "../token/token";

/** Calls IAM, signed. */
export type SignedIamCall = (request: UnsignedRequest, scope?: Headers) => Promise<HttpAnswer>;

interface Named {
  readonly id: string;
  readonly name: string;
}

const get = (settings: Settings, path: string, purpose: string): UnsignedRequest => ({
  method: "GET",
  url: `${settings.authUrl}${path}`,
  path: `/v3${path.replace(/\?.*/, "")}`,
  purpose: `${purpose} at ${settings.authUrl}`,
});

async function list<T>(
  callIam: SignedIamCall,
  request: UnsignedRequest,
  field: string,
  scope: Headers = {},
): Promise<readonly T[]> {
  const { body } = await callIam(request, scope);
  const found = (body as Record<string, unknown> | undefined)?.[field];
  if (!Array.isArray(found)) throw notIam(request, `the answer holds no ${field}`);
  return found as readonly T[];
}

/** The project by id, looked up if only its name is given. Reference: IAM, "Querying Project Information". */
export async function findProject(callIam: SignedIamCall, settings: Settings): Promise<string | undefined> {
  const { projectId, projectName } = settings;
  if (projectId !== undefined || projectName === undefined) return projectId;
  const purpose = `find the project ${JSON.stringify(projectName)}`;
  const request = get(settings, `/projects?name=${encodeURIComponent(projectName)}`, purpose);
  const projects = await list<Named>(callIam, request, "projects");
  const project = projects.find(({ name }) => name === projectName);
  if (project) return project.id;
  throw new Error(
    `${used(settings, ["projectName"])}, which is no project of the access key's account: correct the name, or set ${settingLabel("projectId")}`,
  );
}

/**
 * The account of the keys, by id; asked even if it is configured, as a proof of the keys before an agency is.
 * Reference: IAM, "Querying Account Information Accessible to Users".
 */
export async function findAccount(callIam: SignedIamCall, settings: Settings): Promise<string | undefined> {
  const { domainId, domainName } = settings;
  const domains = await list<Named>(callIam, get(settings, "/auth/domains", "find the account"), "domains");
  return (domains.find(({ id, name }) => id === domainId || name === domainName) ?? domains[0])?.id;
}

// Refused for another reason than the keys: they are good, if not for this call.
function unlessForTheKeys(error: unknown): void {
  if (!isRefusal(error) || error.status === 401) throw error;
}

/** The service catalogue, as far as the keys may see it. Reference: IAM, "Querying the Service Catalog". */
export async function readCatalogue(
  callIam: SignedIamCall,
  settings: Settings,
  scope: Headers,
): Promise<readonly CatalogueEntry[]> {
  const request = get(settings, "/auth/catalog", "sign in by access key");
  try {
    return await list<CatalogueEntry>(callIam, request, "catalog", scope);
  } catch (error) {
    unlessForTheKeys(error);
    // Without a catalogue the endpoint is the region's.
    return [];
  }
}

/** Lets DCS itself judge the keys. Reference: DCS, "Querying AZ Information", its smallest call. */
export async function proveAt(callIam: SignedIamCall, dcsEndpoint: string, scope: Headers): Promise<void> {
  const path = "/v1.0/availableZones";
  const request: UnsignedRequest = {
    method: "GET",
    url: `${dcsEndpoint}${path}`,
    path,
    purpose: `sign in by access key at ${dcsEndpoint}`,
  };
  await callIam(request, scope).catch(unlessForTheKeys);
}
