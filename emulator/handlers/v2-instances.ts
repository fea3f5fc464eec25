import { productBySpec } from "../catalogue/products";
import { zones } from "../catalogue/zones";
import { ServiceError } from "../errors";
import { jsonBody } from "../http/body";
import { type Answer, type Call, noContent, ok } from "../http/call";
import type { InstanceRecord } from "../instances/record";
import { fullView, listEntry } from "../instances/view";
import { checkCreate } from "../rules/create";
import { requireState } from "../rules/operations";
import { checkPassword } from "../rules/password";
import { isUnset, isWholeNumber, type JsonObject } from "../rules/values";
import { instanceOf, projectOf, regionOf, seenInstance } from "./instances";

function zoneIds(codes: unknown): unknown {
  if (!Array.isArray(codes)) return codes;
  return codes.map((code) => zones.find((zone) => zone.code === code)?.id ?? code);
}

/** The request as v1 would have it: zones by id, the one address as a list, the product by its spec code. */
function asFirstGeneration(body: JsonObject): JsonObject {
  const { az_codes, private_ip, ...same } = body;
  if (typeof body.spec_code !== "string") throw new ServiceError(4927);
  if (body.engine_version === "3.0") throw new ServiceError(4008);
  return {
    ...same,
    product_id: undefined,
    available_zones: zoneIds(az_codes),
    private_ips: isUnset(private_ip) ? undefined : [private_ip],
  };
}

export function createInstanceV2(call: Call): Answer {
  const order = checkCreate(asFirstGeneration(jsonBody(call)), regionOf(call));
  if (order.password.length > 32) throw new ServiceError(4019);
  const created = call.world.instances.create(projectOf(call), order, call.course());
  return ok({ instances: created.map(({ id, name }) => ({ instance_id: id, instance_name: name })) });
}

const features = {
  support_acl: false,
  support_ssl: false,
  support_transparent_client_ip: false,
  support_audit_log: false,
};

export function readInstanceV2(call: Call): Answer {
  return ok({ ...fullView(seenInstance(call)), features, sub_status: null });
}

type Filter = (record: InstanceRecord, wanted: string) => boolean;

const filters: Readonly<Record<string, Filter>> = {
  instance_id: (record, wanted) => record.id === wanted,
  name_equal: (record, wanted) => record.name === wanted,
  name: (record, wanted) => record.name.includes(wanted),
  status: (record, wanted) => record.status === wanted,
  ip: (record, wanted) => record.ip === wanted,
  capacity: (record, wanted) => record.capacity === Number(wanted),
};

function entry(record: InstanceRecord) {
  const { update_at: updatedAt, ...rest } = listEntry(record);
  const codes = record.zoneIds.map((id) => zones.find((zone) => zone.id === id)?.code ?? id);
  return {
    ...rest,
    description: record.description,
    az_codes: codes,
    features,
    sub_status: null,
    updated_at: updatedAt,
  };
}

export function listInstancesV2(call: Call): Answer {
  const { query } = call;
  const offset = Number(query.get("offset") || 0);
  const limit = Number(query.get("limit") || 10);
  if (!isWholeNumber(offset, 0, Number.MAX_SAFE_INTEGER)) throw new ServiceError(4062, "offset");
  if (!isWholeNumber(limit, 1, 1000)) throw new ServiceError(4062, "limit");
  const found = call.world.instances.list(projectOf(call)).filter((record) => {
    if (record.status === "CREATEFAILED" && query.get("include_failure") !== "true") return false;
    return Object.entries(filters).every(([name, fits]) => {
      const wanted = query.get(name) ?? "";
      return wanted === "" || fits(record, wanted);
    });
  });
  return ok({ instances: found.slice(offset, offset + limit).map(entry), instance_num: found.length });
}

/** Changes the size up or down, within the instance's line. */
export function resizeInstance(call: Call): Answer {
  const { instances, redis, options } = call.world;
  const instance = instanceOf(call);
  const { new_capacity: capacity, spec_code: spec } = jsonBody(call);
  requireState(instance, "extend");
  const product = typeof spec === "string" ? productBySpec.get(spec) : undefined;
  if (product === undefined || product.line !== instance.product.line) throw new ServiceError(4927);
  if (typeof capacity !== "number" || !product.capacities.includes(capacity)) throw new ServiceError(4012);
  if (capacity === instance.capacity) throw new ServiceError(4103);
  const work = async () => {
    Object.assign(instance, { capacity, product });
    await redis.resize(instance);
  };
  instances.pass(instance, "EXTENDING", options.extendMs, work, call.course());
  return noContent;
}

/** Sets a new password without the old one, or takes the password away. */
export async function resetPassword(call: Call): Promise<Answer> {
  const instance = instanceOf(call);
  const { new_password: given, no_password_access: free = false } = jsonBody(call);
  if (typeof free !== "boolean") throw new ServiceError(4843);
  requireState(instance, "task");
  if (free && !isUnset(given)) throw new ServiceError(4845, "", "A password-free instance takes no password.");
  if (!free && typeof given !== "string") throw new ServiceError(4845);
  const password = free ? "" : String(given);
  if (!free) checkPassword(password, instance.engineVersion === "3.0" ? "first" : "current");
  await call.world.redis.setPassword(instance, password);
  Object.assign(instance, { password, passwordFree: free });
  const counters = { retry_times_left: "5", lock_time: "0", lock_time_left: "0" };
  return ok({ code: "1", message: "success", ext_message: null, ...counters });
}
