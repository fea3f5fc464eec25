import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";

/** What version 2 of the API answers about an instance and version 1.0 does not. */
export interface InstanceV2 {
  /** What the instance is busy with; `null` if it rests. */
  task?: unknown;
  spec_code?: string | null;
  replica_count?: number | string | null;
  enable_ssl?: boolean | string | null;
  enable_whitelist?: boolean | string | null;
  features?: Readonly<Record<string, unknown>> | null;
}

const AN_INSTANCE: Expectation = {
  holds: (body) => isObject(body) && typeof body.status === "string",
  otherwise: "the answer does not describe an instance",
};

/**
 * Reads an instance by version 2.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_a_dcs_instance.html
 */
export const readInstanceV2 = (dcs: DcsClient, id: string, options?: CallOptions): Promise<InstanceV2> =>
  dcs.request<InstanceV2>(
    {
      method: "GET",
      path: `/v2/{project_id}/instances/${encodeURIComponent(id)}`,
      purpose: `read the cache ${id}`,
      expects: AN_INSTANCE,
    },
    options,
  );
