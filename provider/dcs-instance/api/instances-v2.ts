import type { DcsClient } from "../../client/dcs-client";
import { isObject } from "../../http/exchange/json";

/** An entry of the list of version 2: the fields this provider reads. */
export interface InstanceEntry {
  instance_id: string;
  name: string;
  status: string;
  engine_version?: string | null;
  cache_mode?: string | null;
  spec_code?: string | null;
  capacity?: number | string | null;
  capacity_minor?: string | null;
  ip?: string | null;
  port?: number | string | null;
  vpc_id?: string | null;
  subnet_id?: string | null;
  created_at?: string | null;
  tags?: Array<{ key: string; value?: string | null }> | null;
}

type Page = { readonly instances?: InstanceEntry[]; readonly instance_num?: number };

const PAGE = 1000;

/**
 * Lists the instances of the project that match the query.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_all_dcs_instances.html
 */
export async function listInstancesV2(
  dcs: DcsClient,
  query: Readonly<Record<string, string | boolean>>,
): Promise<InstanceEntry[]> {
  const found: InstanceEntry[] = [];
  for (;;) {
    const page = await dcs.request<Page>({
      method: "GET",
      path: "/v2/{project_id}/instances",
      query: { ...query, offset: found.length, limit: PAGE },
      purpose: "list the caches",
      expects: {
        holds: (body) => isObject(body) && Array.isArray(body.instances),
        otherwise: "the answer is no list of instances",
      },
    });
    const entries = page.instances ?? [];
    found.push(...entries);
    if (entries.length === 0 || found.length >= (page.instance_num ?? 0)) return found;
  }
}
