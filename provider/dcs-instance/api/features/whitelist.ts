import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import { instancePath } from "../paths";

export interface WhitelistGroup {
  group_name: string;
  ip_list: string[];
}

/** Body of a change, and the part of an answer that this provider reads. */
export interface Whitelist {
  enable_whitelist: boolean;
  whitelist: WhitelistGroup[];
}

const pathOf = (id: string): string => instancePath(id, "/whitelist", "instance");

const A_WHITELIST: Expectation = {
  holds: (body) =>
    isObject(body) && body.enable_whitelist != null && (body.whitelist == null || Array.isArray(body.whitelist)),
  otherwise: "the answer is no whitelist",
};

/**
 * Reads the addresses that may connect to an instance.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/querying_the_ip_whitelist_of_a_dcs_instance.html
 */
export async function readWhitelist(dcs: DcsClient, id: string, options?: CallOptions): Promise<Whitelist> {
  const answer = await dcs.request<Partial<Whitelist>>(
    { method: "GET", path: pathOf(id), purpose: `read the whitelist of the cache ${id}`, expects: A_WHITELIST },
    options,
  );
  return { enable_whitelist: String(answer.enable_whitelist) === "true", whitelist: answer.whitelist ?? [] };
}

/**
 * Replaces the whole whitelist. The service applies it later, and drops a list that it cannot read without an error.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/configuring_ip_whitelist_groups.html
 */
export const writeWhitelist = (dcs: DcsClient, id: string, body: Whitelist, options?: CallOptions): Promise<void> =>
  dcs.request<void>(
    { method: "PUT", path: pathOf(id), body, purpose: `change the whitelist of the cache ${id}` },
    options,
  );
