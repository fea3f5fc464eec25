import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import { instancePath } from "../paths";

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

/** Names an instance. The parameters of Redis 3.0 belong to version 1.0 of the API, those of later versions to version 2. */
export interface InstanceRef {
  readonly instance_id: string;
  readonly engine_version: string;
}

const pathOf = ({ instance_id: id, engine_version: version }: InstanceRef): string =>
  String(version).startsWith("3.")
    ? `/v1.0/{project_id}/instances/${encodeURIComponent(id)}/configs`
    : instancePath(id, "/configs");

const A_LIST: Expectation = {
  holds: (body) => isObject(body) && Array.isArray(body.redis_config),
  otherwise: "the answer is no list of parameters",
};

/**
 * Reads the parameters of an instance.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/querying_instance_parameters.html
 */
export const readParameters = (dcs: DcsClient, of: InstanceRef, options?: CallOptions): Promise<Parameters> =>
  dcs.request<Parameters>(
    {
      method: "GET",
      path: pathOf(of),
      purpose: `read the parameters of the cache ${of.instance_id}`,
      expects: A_LIST,
    },
    options,
  );

/**
 * Changes the listed parameters. The answer is 204; `config_status` shows when they are in force.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/modifying_instance_parameters.html
 */
export const writeParameters = (
  dcs: DcsClient,
  of: InstanceRef,
  changes: readonly ParameterChange[],
  options?: CallOptions,
): Promise<void> =>
  dcs.request<void>(
    {
      method: "PUT",
      path: pathOf(of),
      body: { redis_config: changes },
      purpose: `change ${changes.map(({ param_name }) => param_name).join(", ")} of the cache ${of.instance_id}`,
    },
    options,
  );
