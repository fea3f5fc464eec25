import type { Generation } from "../../../catalogue/edition";
import { ServiceError } from "../../../service/errors";
import { isWholeNumber, type JsonObject } from "../../../service/values";
import { account, regionOf as regionOfProject } from "../../../world/accounts/account";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import { outdateBackups } from "../../../world/instances/details/backups";
import { fullView, listEntry } from "../../../world/instances/views/view";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { storePolicy } from "../../../world/records/new-record";
import { checkExtend } from "../../rules/change/extend";
import { checkModify } from "../../rules/change/modify";
import { requireState } from "../../rules/change/operations";
import { checkCreate } from "../../rules/create/create";

/** The instance in the path of a call. */
export function instanceOf(call: Call): InstanceRecord {
  return call.world.instances.get(projectOf(call), call.params.id);
}

/** The same, for a call that only looks at it. */
export function seenInstance(call: Call): InstanceRecord {
  return call.world.instances.see(projectOf(call), call.params.id);
}

export function projectOf(call: Call): string {
  return call.params.project ?? "";
}

/** The region of a call: that of its credential's project. */
export function regionOf(call: Call): string {
  return call.scope === undefined ? account.region : regionOfProject(call.scope);
}

export function createInstance(call: Call): Answer {
  const order = checkCreate(jsonBody(call), { catalogue: call.world.catalogue, region: regionOf(call) });
  const created = call.world.instances.create(projectOf(call), order, call.course());
  return ok({
    instance_id: created[0]?.id,
    instances: created.map(({ id, name }) => ({ instance_id: id, instance_name: name })),
  });
}

export function readInstance(call: Call): Answer {
  return ok(fullView(seenInstance(call)));
}

export type Filter = (record: InstanceRecord, wanted: string) => boolean;

/** What both APIs can filter a list by. */
export const instanceFilters: Readonly<Record<string, Filter>> = {
  name: (record, wanted) => record.name.includes(wanted),
  status: (record, wanted) => record.status === wanted,
  ip: (record, wanted) => record.ip === wanted,
  tags: (record, wanted) =>
    wanted.split(",").every((pair) => record.tags.some(({ key, value }) => `${key}=${value}` === pair)),
};

const filters: Readonly<Record<string, Filter>> = {
  ...instanceFilters,
  id: (record, wanted) => record.id === wanted,
};

function number(call: Call, name: string, highest: number, fallback: number): number {
  const text = call.query.get(name) ?? "";
  if (text === "") return fallback;
  const value = Number(text);
  if (!isWholeNumber(value, 1, highest)) throw new ServiceError(4062, name);
  return value;
}

function matching(call: Call): InstanceRecord[] {
  const { query } = call;
  const withFailed = (query.get("include_failure") ?? query.get("includeFailure")) === "true";
  const exact = query.get("isExactMatchName") === "true";
  return call.world.instances.list(projectOf(call)).filter((record) => {
    if (record.status === "CREATEFAILED" && !withFailed) return false;
    if (exact && record.name !== query.get("name")) return false;
    return Object.entries(filters).every(([name, fits]) => {
      const wanted = query.get(name) ?? "";
      return wanted === "" || fits(record, wanted);
    });
  });
}

export function listInstances(call: Call): Answer {
  const start = number(call, "start", Number.MAX_SAFE_INTEGER, 1);
  const limit = number(call, "limit", 2000, 1000);
  const found = matching(call);
  const page = found.slice(start - 1, start - 1 + limit);
  return ok({ instances: page.map(listEntry), instance_num: found.length });
}

export function modifyInstance(call: Call): Answer {
  return applyChanges(call, instanceOf(call), jsonBody(call), "v1.0");
}

/** Does what both APIs can modify. */
export function applyChanges(call: Call, instance: InstanceRecord, body: JsonObject, generation: Generation): Answer {
  const changes = checkModify(body, instance, generation);
  const at = call.world.clock.stamp();
  requireState(instance, "modify");
  instance.name = changes.name ?? instance.name;
  instance.description = changes.description ?? instance.description;
  instance.securityGroupId = changes.securityGroupId ?? instance.securityGroupId;
  instance.maintainBegin = changes.window?.begin ?? instance.maintainBegin;
  instance.maintainEnd = changes.window?.end ?? instance.maintainEnd;
  if (changes.policy) instance.backupPolicy = storePolicy(changes.policy, at, instance.backupPolicy);
  instance.updatedAt = at;
  return noContent;
}

export function extendInstance(call: Call): Answer {
  const { instances, redis, options } = call.world;
  const instance = instanceOf(call);
  const body = jsonBody(call);
  requireState(instance, "extend");
  const { capacity, product } = checkExtend(body, instance);
  instances.requireMemory(instance.projectId, capacity - instance.capacity);
  const work = async () => {
    outdateBackups(instance, capacity);
    instance.capacity = capacity;
    instance.product = product;
    await redis.resize(instance);
  };
  instances.pass(instance, "EXTENDING", options.extendMs, work, call.course());
  return noContent;
}

export function deleteInstance(call: Call): Answer {
  const instance = instanceOf(call);
  requireState(instance, "delete");
  call.world.instances.delete(instance, call.course());
  return noContent;
}
