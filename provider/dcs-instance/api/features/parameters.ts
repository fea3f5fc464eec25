import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";

/** One parameter of an instance. */
export interface ParameterEntry {
  /** A number or a text, by the edition. */
  param_id: number | string;
  param_name: string;
  param_value?: string | null;
  default_value?: string | null;
  value_type?: string | null;
  /** `0-7200`, or words with commas between them, or a pattern if the type is `regular`. */
  value_range?: string | null;
}

export interface Parameters {
  /** `UPDATING`, `SUCCESS` or `FAILURE`. */
  config_status?: string | null;
  redis_config: ParameterEntry[];
}

export interface ParameterChange {
  param_id: string;
  param_name: string;
  param_value: string;
}

// Redis 3.0 belongs to version 1.0 of the API, and its later editions to version 2.
const pathOf = (id: string, version: "v1.0" | "v2"): string =>
  `/${version}/{project_id}/instances/${encodeURIComponent(id)}/configs`;

const A_LIST: Expectation = {
  holds: (body) => isObject(body) && Array.isArray(body.redis_config),
  otherwise: "the answer is no list of parameters",
};

/**
 * Reads the parameters of an instance.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/querying_instance_parameters.html
 */
export const readParameters = (
  dcs: DcsClient,
  id: string,
  options?: CallOptions,
  version: "v1.0" | "v2" = "v2",
): Promise<Parameters> =>
  dcs.request<Parameters>(
    { method: "GET", path: pathOf(id, version), purpose: `read the parameters of the cache ${id}`, expects: A_LIST },
    options,
  );

/**
 * Changes the listed parameters. The answer is 204; `config_status` shows when they are in force.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/modifying_instance_parameters.html
 */
export const writeParameters = (
  dcs: DcsClient,
  id: string,
  changes: readonly ParameterChange[],
  options?: CallOptions,
  version: "v1.0" | "v2" = "v2",
): Promise<void> =>
  dcs.request<void>(
    {
      method: "PUT",
      path: pathOf(id, version),
      body: { redis_config: changes },
      purpose: `change ${changes.map(({ param_name }) => param_name).join(", ")} of the cache ${id}`,
    },
    options,
  );
