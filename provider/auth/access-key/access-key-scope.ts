import { type Settings, settingLabel } from "../../config/settings/settings";
import type { Headers, HttpAnswer } from "../../http/exchange/request";
import type { CatalogueEntry } from "../credentials/authenticator";
import type { UnsignedRequest } from "../credentials/iam-call";
import { isRefusal, used } from "../credentials/refusal";
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

/**
 * The project id. It is looked up if only the name is given.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/project_management/querying_project_information_based_on_the_specified_criteria.html
 */
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
 * The account id of the keys. IAM is asked even if the id is configured: the call tests the keys before they are
 * used for an agency.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/tenant_management/querying_the_list_of_domains_accessible_to_users.html
 */
export async function findAccount(callIam: SignedIamCall, settings: Settings): Promise<string | undefined> {
  const { domainId, domainName } = settings;
  const domains = await list<Named>(callIam, get(settings, "/auth/domains", "find the account"), "domains");
  return (domains.find(({ id, name }) => id === domainId || name === domainName) ?? domains[0])?.id;
}

// A refusal other than 401 has another reason than the keys: they are valid, though not for this call.
function throwIfKeysRefused(error: unknown): void {
  if (!isRefusal(error) || error.status === 401) throw error;
}

/**
 * The service catalogue, as far as the keys may see it.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/services_and_endpoints/querying_the_service_catalog.html
 */
export async function readCatalogue(
  callIam: SignedIamCall,
  settings: Settings,
  scope: Headers,
): Promise<readonly CatalogueEntry[]> {
  const request = get(settings, "/auth/catalog", "sign in by access key");
  try {
    return await list<CatalogueEntry>(callIam, request, "catalog", scope);
  } catch (error) {
    throwIfKeysRefused(error);
    // Without a catalogue the endpoint follows from the region.
    return [];
  }
}

/**
 * Tests the keys at DCS itself, by its smallest call.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_az_information.html
 */
export async function verifyAt(callIam: SignedIamCall, dcsEndpoint: string, scope: Headers): Promise<void> {
  const path = "/v1.0/availableZones";
  const request: UnsignedRequest = {
    method: "GET",
    url: `${dcsEndpoint}${path}`,
    path,
    purpose: `sign in by access key at ${dcsEndpoint}`,
  };
  await callIam(request, scope).catch(throwIfKeysRefused);
}
