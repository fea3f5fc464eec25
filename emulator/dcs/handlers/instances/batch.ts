import { ServiceError } from "../../../service/errors";
import { isWholeNumber, type JsonObject } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import type { InstanceRecord, Status } from "../../../world/records/instance-record";
import { losesDataOnRestart, type Operation, requireState } from "../../rules/change/operations";
import { projectOf } from "./instances";

function idsOf(body: JsonObject): string[] {
  const { instances } = body;
  if (!Array.isArray(instances) || instances.length === 0) throw new ServiceError(4065);
  if (!isWholeNumber(instances.length, 1, 50)) throw new ServiceError(4100);
  return instances.map(String);
}

/** Tries the work on each instance; one that refuses makes a `failed` line, not a failed call. */
function forEach(call: Call, ids: readonly string[], operation: Operation, work: (instance: InstanceRecord) => void) {
  const results = ids.map((id) => {
    try {
      const instance = call.world.instances.get(projectOf(call), id);
      requireState(instance, operation);
      work(instance);
      return { instance: id, result: "success" };
    } catch (error) {
      if (error instanceof ServiceError) return { instance: id, result: "failed" };
      throw error;
    }
  });
  return ok({ results });
}

export function deleteInstances(call: Call): Answer {
  const { instances } = call.world;
  if ((call.query.get("allFailure") ?? call.query.get("all_failure")) === "true") {
    const failed = instances.ofProject(projectOf(call)).filter(({ status }) => status === "CREATEFAILED");
    for (const instance of failed) instances.delete(instance, call.course());
    return noContent;
  }
  return forEach(call, idsOf(jsonBody(call)), "delete", (instance) => instances.delete(instance, call.course()));
}

export function restartOrFlush(call: Call): Answer {
  const { instances, options, redis } = call.world;
  const body = jsonBody(call);
  const { action } = body;
  if (action !== "restart" && action !== "flush") throw new ServiceError(4064);
  const ids = idsOf(body);
  return forEach(call, ids, action === "restart" ? "restart" : "task", (instance) => {
    if (action === "flush" && instance.engineVersion === "3.0") throw new ServiceError(4026);
    const during: Status = action === "restart" ? "RESTARTING" : "FLUSHING";
    const loses = action === "flush" || losesDataOnRestart(instance);
    const work = () => (loses ? redis.flush(instance) : undefined);
    instances.pass(instance, during, options.taskMs, work, call.course());
  });
}
