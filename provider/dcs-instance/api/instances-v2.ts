import type { DcsClient } from "../../client/dcs-client";
import { listPages } from "../../client/list-pages";
import { isObject } from "../../http/exchange/json";
import type { Tagged } from "./features/tagging";
import type { InstanceSummary } from "./types";

/** An entry of the list of version 2: the fields this provider reads. */
export interface InstanceEntry extends InstanceSummary, Tagged {
  engine_version?: string | null;
  cache_mode?: string | null;
  spec_code?: string | null;
  capacity?: number | string | null;
  capacity_minor?: string | null;
  ip?: string | null;
  port?: number | string | null;
  vpc_id?: string | null;
  subnet_id?: string | null;
}

/**
 * Lists the instances of the project that match the query.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_all_dcs_instances.html
 */
export const listInstancesV2 = (
  dcs: DcsClient,
  query: Readonly<Record<string, string | boolean>>,
): Promise<InstanceEntry[]> =>
  listPages<InstanceEntry>(dcs, {
    path: "/v2/{project_id}/instances",
    query,
    purpose: "list the caches",
    entriesIn: (body) => (isObject(body) ? body.instances : undefined),
    totalIn: (body) => (isObject(body) ? (body.instance_num as number | undefined) : undefined),
    otherwise: "the answer is no list of instances",
  });
