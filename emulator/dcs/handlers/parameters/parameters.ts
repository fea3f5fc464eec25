import { describeRange, fits, parametersOf, understoodByRedis } from "../../../catalogue/parameters";
import { ServiceError } from "../../../service/errors";
import { isObject } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { requireState } from "../../rules/change/operations";
import { instanceOf } from "../instances/instances";

interface Configuration {
  status: "UPDATING" | "SUCCESS" | "FAILURE";
  changedAt: string;
}

const configurations = new WeakMap<InstanceRecord, Configuration>();

function configurationOf(instance: InstanceRecord): Configuration {
  const known: Configuration = configurations.get(instance) ?? { status: "SUCCESS", changedAt: "" };
  configurations.set(instance, known);
  return known;
}

export function readParameters(call: Call): Answer {
  const instance = instanceOf(call);
  const { status, changedAt } = configurationOf(instance);
  return ok({
    instance_id: instance.id,
    status: instance.status,
    config_status: status,
    config_time: changedAt,
    cluster_v1: instance.product.specCode === "dcs.cluster",
    redis_config: parametersOf(instance).map(({ id, name, range, initial }) => ({
      // A text in what clients decode, a number in the reference of v1.0.
      param_id: String(id),
      param_name: name,
      param_value: instance.parameters[name] ?? initial,
      default_value: initial,
      value_type: describeRange(range).type,
      value_range: describeRange(range).text,
      description: name,
      node_role: null,
    })),
  });
}

function wanted(instance: InstanceRecord, entry: unknown): Change {
  if (!isObject(entry)) throw new ServiceError(4062, "redis_config");
  const { param_id: id, param_name: name, param_value: value } = entry;
  const known = parametersOf(instance).find((each) => String(each.id) === String(id) && each.name === name);
  if (known === undefined) throw new ServiceError(4062, "param_name");
  if (typeof value !== "string" || !fits(value, known.range)) throw new ServiceError(4066, known.name);
  return { name: known.name, value };
}

interface Change {
  readonly name: string;
  readonly value: string;
}

async function apply(call: Call, instance: InstanceRecord, changes: readonly Change[]) {
  try {
    for (const { name, value } of changes) {
      if (understoodByRedis.has(name)) await call.world.redis.configure(instance, name, value);
    }
    return "SUCCESS";
  } catch {
    return "FAILURE";
  }
}

/** Takes new values. They are read back at once, and count once `config_status` is SUCCESS again. */
export function setParameters(call: Call): Answer {
  const { instances, options } = call.world;
  const instance = instanceOf(call);
  const { redis_config: list } = jsonBody(call);
  if (!Array.isArray(list) || list.length === 0) throw new ServiceError(4062, "redis_config");
  const changes = list.map((entry) => wanted(instance, entry));
  requireState(instance, "task");
  const configuration = configurationOf(instance);
  if (configuration.status === "UPDATING") throw new ServiceError(4114);
  const before = instance.parameters;
  instance.parameters = { ...before, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) };
  configuration.status = "UPDATING";
  instances.after(options.taskMs / 2, async () => {
    configuration.status = await apply(call, instance, changes);
    if (configuration.status === "FAILURE") instance.parameters = before;
    configuration.changedAt = new Date().toISOString();
  });
  return noContent;
}
