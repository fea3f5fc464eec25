import { zones } from "../../../catalogue/zones";
import { ServiceError } from "../../../service/errors";
import { isObject, isUnset, isWholeNumber, type JsonObject } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { fullViewV2, listEntryV2 } from "../../../world/instances/views/v2-view";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { checkCreate } from "../../rules/create/create";
import { checkTemplate } from "../../rules/create/template";
import { type Filter, instanceFilters, projectOf, regionOf, seenInstance } from "./instances";

/** Zones are named by their codes; ids are taken as well. */
function zoneIds(codes: unknown): unknown {
  if (!Array.isArray(codes)) return codes;
  return codes.map((code) => zones.find((zone) => zone.code === code)?.id ?? code);
}

/** What clients write into every request, whether there is something to say or not. */
const saysNothing: Readonly<Record<string, (value: unknown) => boolean>> = {
  instance_num: (value) => value === 1,
  rename_commands: (value) => isObject(value) && Object.keys(value).length === 0,
};

function withoutNothing(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([field, value]) => saysNothing[field]?.(value) !== true));
}

/** The request as v1 would have it: zones by id, the one address as a list, the product by its spec code. */
function asFirstGeneration(body: JsonObject): JsonObject {
  const { az_codes, private_ip, ...same } = withoutNothing(body);
  if (typeof body.spec_code !== "string") throw new ServiceError(4927);
  return {
    ...same,
    product_id: undefined,
    available_zones: zoneIds(az_codes),
    private_ips: isUnset(private_ip) ? undefined : [private_ip],
  };
}

export function createInstanceV2(call: Call): Answer {
  const body = jsonBody(call);
  const { template_id: _, ...rest } = body;
  const { catalogue } = call.world;
  const order = checkCreate(asFirstGeneration(rest), { catalogue, region: regionOf(call), generation: "v2" });
  if (order.password.length > 32) throw new ServiceError(4019);
  checkTemplate(body.template_id, order);
  const created = call.world.instances.create(projectOf(call), order, call.course());
  return ok({ instances: created.map(({ id, name }) => ({ instance_id: id, instance_name: name })) });
}

export function readInstanceV2(call: Call): Answer {
  return ok(fullViewV2(seenInstance(call)));
}

const filters: Readonly<Record<string, Filter>> = {
  ...instanceFilters,
  instance_id: (record, wanted) => record.id === wanted,
  name_equal: (record, wanted) => record.name === wanted,
  capacity: (record, wanted) => record.capacity === Number(wanted),
};

export function listInstancesV2(call: Call): Answer {
  const { query } = call;
  const offset = Number(query.get("offset") || 0);
  const limit = Number(query.get("limit") || 10);
  if (!isWholeNumber(offset, 0, Number.MAX_SAFE_INTEGER)) throw new ServiceError(4062, "offset");
  if (!isWholeNumber(limit, 1, 1000)) throw new ServiceError(4062, "limit");
  const found = call.world.instances.list(projectOf(call)).filter((record: InstanceRecord) => {
    if (record.status === "CREATEFAILED" && query.get("include_failure") !== "true") return false;
    return Object.entries(filters).every(([name, fits]) => {
      const wanted = query.get(name) ?? "";
      return wanted === "" || fits(record, wanted);
    });
  });
  return ok({ instances: found.slice(offset, offset + limit).map(listEntryV2), instance_num: found.length });
}
