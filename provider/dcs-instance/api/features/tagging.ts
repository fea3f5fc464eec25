import type { CallOptions, DcsClient } from "../../../client/dcs-client";

export interface Tag {
  key: string;
  value?: string | null;
}

/** What requests and answers have of an instance's tags. */
export interface Tagged {
  tags?: Tag[] | null;
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
  const path = `/v2/{project_id}/dcs/${encodeURIComponent(id)}/tags/action`;
  const purpose = `${action === "create" ? "add tags to" : "remove tags from"} the cache ${id}`;
  return dcs.request<void>({ method: "POST", path, body: { action, tags }, purpose }, options);
}
