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

/** Starts the creation of an instance and answers its id, if the service says it. Reference: Creating a DCS Instance (dcs-api-0312004). */
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

/** Reads one instance. Reference: Querying a DCS Instance. */
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

/** Lists all instances, failed ones included, optionally those whose name contains `name`. Reference: Querying All DCS Instances. */
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
    const fresh = entries.filter(({ instance_id }) => !listed.has(instance_id));
    found.push(...fresh);
    // An edition that does not page answers the same entries again.
    if (fresh.length === 0 || found.length >= (page.instance_num ?? 0)) return found;
  }
}

/** Changes what can be changed at once, answered with 204. Reference: Modifying a DCS Instance. */
export function modifyInstance(
  dcs: DcsClient,
  id: string,
  body: ModifyInstanceRequest,
  options?: CallOptions,
): Promise<void> {
  return dcs.request<void>({ ...onInstance("PUT", id, `modify the cache ${id}`), body }, options);
}

/** Starts the deletion of an instance and of its backups. Reference: Deleting a DCS Instance. */
export function deleteInstance(dcs: DcsClient, id: string, options?: CallOptions): Promise<void> {
  return dcs.request<void>(onInstance("DELETE", id, `delete the cache ${id}`), options);
}
