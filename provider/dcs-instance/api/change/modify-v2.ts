import type { CallOptions, DcsClient } from "../../../client/dcs-client";
import { instancePath } from "../paths";
import type { ModifyInstanceRequest } from "../types";

/** What version 2 of the API modifies: all that version 1.0 does, and more. */
export interface ModifyInstanceV2Request extends ModifyInstanceRequest {
  port?: number;
  /** New names of the listed commands only. */
  rename_commands?: Record<string, string>;
}

/**
 * Starts to change attributes, the port or the names of commands. The answer is 204.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_information_about_a_dcs_instance.html
 */
export const modifyInstanceV2 = (
  dcs: DcsClient,
  id: string,
  body: ModifyInstanceV2Request,
  options?: CallOptions,
): Promise<void> =>
  dcs.request<void>(
    {
      method: "PUT",
      path: instancePath(id),
      body,
      purpose: `change ${Object.keys(body).join(", ")} of the cache ${id}`,
    },
    options,
  );
