import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import { instancePath } from "../paths";

/** Body of POST /v2/{project_id}/instances/{instance_id}/resize. */
export interface ResizeRequest {
  /** The specification of the target. */
  spec_code: string;
  /** GB, the present size if only the nodes or the mode change. */
  new_capacity: number;
  change_type?: string;
  /** Codes of the zones for new replicas, or those that a cluster's replicas leave. */
  available_zones?: string[];
  /** The one replica that a pair gives up. */
  node_list?: string[];
  /** Addresses of the shards that stay. */
  reserved_ip?: string[];
  /** False: only within the maintenance window. */
  execute_immediately: boolean;
}

/**
 * Starts a change of size, nodes or mode. The answer is 204.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_dcs_instance_specifications.html
 */
export function resizeInstance(dcs: DcsClient, id: string, body: ResizeRequest, options?: CallOptions): Promise<void> {
  const path = instancePath(id, "/resize");
  return dcs.request<void>(
    { method: "POST", path, body, purpose: `resize the cache ${id} to ${body.spec_code}` },
    options,
  );
}

export interface Replication {
  node_id?: string | null;
  /** `master` or `slave`. */
  replication_role?: string | null;
  replication_ip?: string | null;
  az_code?: string | null;
}

/** A shard with its nodes. */
export interface Group {
  group_id: string;
  replication_list?: Replication[] | null;
}

const GROUPS: Expectation = {
  holds: (body) => isObject(body) && Array.isArray(body.group_list),
  otherwise: "the answer is no list of shards",
};

/**
 * The shards of an instance with their nodes. A single node has none.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/shard_and_replica_management/querying_shard_information.html
 */
export async function listGroups(dcs: DcsClient, id: string, options?: CallOptions): Promise<Group[]> {
  const answer = await dcs.request<{ group_list: Group[] }>(
    {
      method: "GET",
      path: instancePath(id, "/groups", "instance"),
      purpose: `list the nodes of the cache ${id}`,
      expects: GROUPS,
    },
    options,
  );
  return answer.group_list;
}
