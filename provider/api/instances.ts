import { ApiError } from "./errors";
import type { ApiRequest, CallOptions, Requester } from "./requester";
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

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

// An answer of another shape comes from something in between; taken for "no such instance" it could make a second one.
const strange = ({ method, path, purpose }: ApiRequest, serviceMessage: string): ApiError =>
  new ApiError({ kind: "malformed", method, path, purpose, serviceMessage, notDone: method === "GET" });

const known = (id: unknown): string | undefined => (typeof id === "string" && id !== "" ? id : undefined);

/** Starts the creation of an instance and answers its id, if the service says it. Reference: Creating a DCS Instance (dcs-api-0312004). */
export async function createInstance(
  dcs: Requester,
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

/** Reads one instance. Reference: Querying a DCS Instance. */
export async function readInstance(dcs: Requester, id: string, options?: CallOptions): Promise<Instance> {
  const request = onInstance("GET", id, `read the cache ${id}`);
  const answer = await dcs.request<Instance>(request, options);
  if (isObject(answer) && known(answer.status)) return answer;
  throw strange(request, "the answer does not describe an instance");
}

/** Lists all instances, failed ones included, optionally those whose name contains `name`. Reference: Querying All DCS Instances. */
export async function listInstances(dcs: Requester, name?: string, options?: CallOptions): Promise<InstanceSummary[]> {
  const found: InstanceSummary[] = [];
  for (;;) {
    const request: ApiRequest = {
      method: "GET",
      path: INSTANCES,
      query: { start: found.length + 1, limit: PAGE, include_failure: true, ...(name === undefined ? {} : { name }) },
      purpose: name === undefined ? "list the caches" : `look for a cache named "${name}"`,
    };
    const page = await dcs.request<{ instances?: InstanceSummary[] | null; instance_num?: number }>(request, options);
    const entries = page?.instances === null && page.instance_num === 0 ? [] : page?.instances;
    if (!Array.isArray(entries)) throw strange(request, "the answer is no list of instances");
    const listed = new Set(found.map(({ instance_id }) => instance_id));
    const fresh = entries.filter(({ instance_id }) => !listed.has(instance_id));
    found.push(...fresh);
    // An edition that does not page answers the same entries again.
    if (fresh.length === 0 || found.length >= (page.instance_num ?? 0)) return found;
  }
}

/** Changes what can be changed at once, answered with 204. Reference: Modifying a DCS Instance. */
export function modifyInstance(
  dcs: Requester,
  id: string,
  body: ModifyInstanceRequest,
  options?: CallOptions,
): Promise<void> {
  return dcs.request<void>({ ...onInstance("PUT", id, `modify the cache ${id}`), body }, options);
}

/** Starts the deletion of an instance and of its backups. Reference: Deleting a DCS Instance. */
export function deleteInstance(dcs: Requester, id: string, options?: CallOptions): Promise<void> {
  return dcs.request<void>(onInstance("DELETE", id, `delete the cache ${id}`), options);
}
