import type { CallOptions, DcsClient } from "../../../client/dcs-client";
import type { ExtendInstanceRequest, PasswordAnswer } from "../types";

const at = (id: string, what: string): string => `/v1.0/{project_id}/instances/${encodeURIComponent(id)}${what}`;

/**
 * Starts to extend an instance. The answer is 204.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/scaling_up_a_dcs_instance.html
 */
export function extendInstance(
  dcs: DcsClient,
  id: string,
  body: ExtendInstanceRequest,
  options?: CallOptions,
): Promise<void> {
  const purpose = `extend the cache ${id} to ${body.new_capacity} GB`;
  return dcs.request<void>({ method: "POST", path: at(id, "/extend"), body, purpose }, options);
}

/**
 * Changes the password. The answer is HTTP 200 even if the change failed; its `result` shows that.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/instance_management_apis/changing_the_password_of_a_dcs_instance.html
 */
export function changePassword(
  dcs: DcsClient,
  id: string,
  passwords: { from: string; to: string },
  options?: CallOptions,
): Promise<PasswordAnswer | undefined> {
  const body = { old_password: passwords.from, new_password: passwords.to };
  const purpose = `change the password of the cache ${id}`;
  return dcs.request({ method: "PUT", path: at(id, "/password"), body, purpose }, options);
}
