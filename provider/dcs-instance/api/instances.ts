import type { ApiRequest, CallOptions, DcsClient, Expectation } from "../../client/dcs-client";
import { isObject } from "../../http/exchange/json";
import type {
  CreateInstanceAnswer,
  CreateInstanceRequest,
  Instance,
  InstanceSummary,
  ModifyInstanceRequest,
} from "./types";

const INSTANCES = "/v1.0/{project_id}/instances";
const PAGE = 1000;

const onInstance = (
  method: ApiRequest["method"],
  id: string,
  purpose: string,
): Pick<ApiRequest, "method" | "path" | "purpose"> => ({
  method,
  path: `${INSTANCES}/${encodeURIComponent(id)}`,
  purpose,
});

const known = (id: unknown): string | undefined => (typeof id === "string" && id !== "" ? id : undefined);

/**
 * Starts the creation of an instance and returns its id, if the answer contains it.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export async function createInstance(
  dcs: DcsClient,
  body: CreateInstanceRequest,
  options?: CallOptions,
): Promise<string | undefined> {
  const purpose = `create the cache "${body.name}"`;
  const answer = await dcs.request<CreateInstanceAnswer | undefined>(
    { method: "POST", path: INSTANCES, body, purpose },
    options,
  );
  return known(answer?.instance_id) ?? known(answer?.instances?.[0]?.instance_id);
}

const AN_INSTANCE: Expectation = {
  holds: (body) => isObject(body) && known(body.status) !== undefined,
  otherwise: "the answer does not describe an instance",
};

/**
 * Reads one instance.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/querying_a_dcs_instance.html
 */
export function readInstance(dcs: DcsClient, id: string, options?: CallOptions): Promise<Instance> {
  return dcs.request<Instance>({ ...onInstance("GET", id, `read the cache ${id}`), expects: AN_INSTANCE }, options);
}

type Page = { readonly instances?: InstanceSummary[] | null; readonly instance_num?: number };

const entriesOf = ({ instances, instance_num }: Page): InstanceSummary[] | undefined | null =>
  instances === null && instance_num === 0 ? [] : instances;

const A_PAGE: Expectation = {
  holds: (body) => isObject(body) && Array.isArray(entriesOf(body as Page)),
  otherwise: "the answer is no list of instances",
};

/**
 * Lists all instances, also failed ones; with `name` only those whose name contains it.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/querying_all_dcs_instances_of_a_tenant.html
 */
export async function listInstances(dcs: DcsClient, name?: string, options?: CallOptions): Promise<InstanceSummary[]> {
  const found: InstanceSummary[] = [];
  for (;;) {
    const request: ApiRequest = {
      method: "GET",
      expects: A_PAGE,
      path: INSTANCES,
      query: { start: found.length + 1, limit: PAGE, include_failure: true, ...(name === undefined ? {} : { name }) },
      purpose: name === undefined ? "list the caches" : `look for a cache named "${name}"`,
    };
    const page = await dcs.request<Page>(request, options);
    const entries = entriesOf(page) ?? [];
    const listed = new Set(found.map(({ instance_id }) => instance_id));
    const unseen = entries.filter(({ instance_id }) => !listed.has(instance_id));
    found.push(...unseen);
    // An edition without paging returns the same entries again.
    if (unseen.length === 0 || found.length >= (page.instance_num ?? 0)) return found;
  }
}

/**
 * Changes attributes, at once. The answer is 204.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/modifying_information_about_a_dcs_instance.html
 */
export function modifyInstance(
  dcs: DcsClient,
  id: string,
  body: ModifyInstanceRequest,
  options?: CallOptions,
): Promise<void> {
  return dcs.request<void>({ ...onInstance("PUT", id, `modify the cache ${id}`), body }, options);
}

/**
 * Starts the deletion of an instance and of its backups.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/deleting_a_single_dcs_instance.html
 */
export function deleteInstance(dcs: DcsClient, id: string, options?: CallOptions): Promise<void> {
  return dcs.request<void>(onInstance("DELETE", id, `delete the cache ${id}`), options);
}
