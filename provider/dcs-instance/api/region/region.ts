import type { ApiRequest, DcsClient } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";

export interface QuotaResource {
  type: string;
  quota: number;
  used: number;
  unit?: string | null;
}

export interface MaintenanceWindowEntry {
  begin: string;
  end: string;
  default?: boolean | null;
}

/** Asks for a list that stands under `key` in the answer. */
export async function listOf<T>(
  dcs: DcsClient,
  request: Pick<ApiRequest, "path" | "purpose">,
  find: (body: Record<string, unknown>) => unknown,
): Promise<T[]> {
  const listIn = (body: unknown): unknown => (isObject(body) ? find(body) : undefined);
  const body = await dcs.request<unknown>({
    method: "GET",
    ...request,
    expects: { holds: (answer) => Array.isArray(listIn(answer)), otherwise: "the answer is no such list" },
  });
  return listIn(body) as T[];
}

/**
 * Reads the quota of the project: number of instances and memory.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_quotas.html
 */
export const readQuota = (dcs: DcsClient): Promise<QuotaResource[]> =>
  listOf(dcs, { path: "/v1.0/{project_id}/quota", purpose: "read the quota" }, ({ quotas }) =>
    isObject(quotas) ? quotas.resources : undefined,
  );

/**
 * Lists the maintenance windows that an instance may have.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_maintenance_time_windows.html
 */
export const listMaintenanceWindows = (dcs: DcsClient): Promise<MaintenanceWindowEntry[]> =>
  listOf(
    dcs,
    { path: "/v1.0/instances/maintain-windows", purpose: "list the maintenance windows" },
    ({ maintain_windows }) => maintain_windows,
  );
