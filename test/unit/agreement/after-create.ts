import type { Client } from "../emulator/support/client";
import type { Arguments } from "./sound-inputs";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** How the local DCS refuses the parameters of a running instance, or `undefined`. */
export async function refusalOfParameters(client: Client, id: string, inputs: Arguments): Promise<string | undefined> {
  const values = Object.entries((inputs.parameters ?? {}) as object);
  if (values.length === 0) return undefined;
  const call = (inputs.engineVersion === "3.0" ? client.dcs : client.v2).bind(client);
  const list = (await call("GET", `/instances/${id}/configs`)).body.redis_config as readonly object[];
  const numbers = new Map(
    (list as Array<{ param_name: string; param_id: string }>).map((e) => [e.param_name, e.param_id]),
  );
  const redis_config = values.map(([name, value]) => ({
    param_id: numbers.get(name) ?? "0",
    param_name: name,
    param_value: typeof value === "number" ? String(value) : value,
  }));
  const { status, body } = await call("PUT", `/instances/${id}/configs`, { redis_config });
  return status === 204 ? undefined : `${status} ${JSON.stringify(body)}`;
}

const asGroup = (value: unknown): unknown => {
  if (!isRecord(value)) return value;
  const { groupName: group_name, ipList } = value;
  return { group_name, ip_list: Array.isArray(ipList) ? [...new Set(ipList)] : ipList };
};

/** How the local DCS refuses the whitelist of a running instance, or drops it; `undefined` when it holds it. */
export async function refusalOfWhitelist(client: Client, id: string, inputs: Arguments): Promise<string | undefined> {
  const { whitelist: groups = [], enableWhitelist } = inputs;
  if (inputs.whitelist === undefined && enableWhitelist === undefined) return undefined;
  const whitelist = Array.isArray(groups) ? groups.map(asGroup) : groups;
  const enable_whitelist = enableWhitelist ?? (groups as unknown[]).length > 0;
  const path = `/instance/${id}/whitelist`;
  const { status, body } = await client.v2("PUT", path, { enable_whitelist, whitelist });
  if (status !== 204) return `${status} ${JSON.stringify(body)}`;
  const held: unknown = (await client.v2("GET", path)).body;
  const stored = isRecord(held) ? [held.enable_whitelist, held.whitelist] : [];
  return JSON.stringify(stored) === JSON.stringify([enable_whitelist, whitelist]) ? undefined : "dropped";
}
