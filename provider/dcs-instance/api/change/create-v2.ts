import type { CallOptions, DcsClient } from "../../../client/dcs-client";
import type { CreateInstanceAnswer, CreateInstanceRequest } from "../types";

/** Body of POST /v2/{project_id}/instances, where it differs from that of version 1.0. */
export interface CreateInstanceV2Request
  extends Omit<CreateInstanceRequest, "available_zones" | "product_id" | "private_ips" | "no_password_access"> {
  spec_code: string;
  /** Codes such as `eu-de-01`. */
  az_codes: string[];
  private_ip?: string;
  no_password_access?: boolean;
}

/**
 * Starts the creation of an instance by version 2 and returns its id, if the answer contains it.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/creating_a_dcs_instance.html
 */
export async function createInstanceV2(
  dcs: DcsClient,
  body: CreateInstanceV2Request,
  options?: CallOptions,
): Promise<string | undefined> {
  const answer = await dcs.request<CreateInstanceAnswer | undefined>(
    { method: "POST", path: "/v2/{project_id}/instances", body, purpose: `create the cache "${body.name}"` },
    options,
  );
  const id = answer?.instances?.[0]?.instance_id ?? answer?.instance_id;
  return typeof id === "string" && id !== "" ? id : undefined;
}
