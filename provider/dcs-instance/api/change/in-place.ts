import type { CallOptions, DcsClient } from "../../../client/dcs-client";
import type { ExtendInstanceRequest, PasswordAnswer, Tag } from "../types";

const at = (base: string, id: string, what: string): string => `${base}/${encodeURIComponent(id)}${what}`;

const INSTANCES = "/v1.0/{project_id}/instances";

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
  return dcs.request<void>({ method: "POST", path: at(INSTANCES, id, "/extend"), body, purpose }, options);
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
  return dcs.request({ method: "PUT", path: at(INSTANCES, id, "/password"), body, purpose }, options);
}

/**
 * Adds or deletes tags. Version 1.0 has no such call; this call of version 2 accepts its instances.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/tag_management/batch_adding_or_deleting_tags.html
 */
export function changeTags(
  dcs: DcsClient,
  id: string,
  action: "create" | "delete",
  tags: readonly Tag[],
  options?: CallOptions,
): Promise<void> {
  const path = at("/v2/{project_id}/dcs", id, "/tags/action");
  const purpose = `${action === "create" ? "add tags to" : "remove tags from"} the cache ${id}`;
  return dcs.request<void>({ method: "POST", path, body: { action, tags }, purpose }, options);
}
