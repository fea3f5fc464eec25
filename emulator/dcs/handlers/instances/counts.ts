import { usableMemory } from "../../../catalogue/products";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { projectOf } from "./instances";

const counted = [
  "creating",
  "deleting",
  "running",
  "error",
  "restarting",
  "createfailed",
  "extending",
  "upgrading",
  "paying",
  "migrating",
  "flushing",
  "closed",
  "starting",
  "closing",
  "restoring",
] as const;

export function countStates(call: Call): Answer {
  const withFailed = (call.query.get("include_failure") ?? call.query.get("includeFailure")) === "true";
  const statuses = call.world.instances.ofProject(projectOf(call)).map(({ status }) => status.toLowerCase());
  const count = (state: string) =>
    state === "createfailed" && !withFailed ? 0 : statuses.filter((status) => status === state).length;
  const counts = Object.fromEntries(counted.map((state) => [`${state}_count`, count(state)]));
  return ok({ ...counts, redis: counts });
}

export function readStatistics(call: Call): Answer {
  const running = call.world.instances.ofProject(projectOf(call)).filter(({ status }) => status === "RUNNING");
  const statistics = running.map((instance) => ({
    instance_id: instance.id,
    keys: 0,
    used_memory: 2,
    max_memory: usableMemory(instance.product, instance.capacity),
    cmd_get_count: 0,
    cmd_set_count: 0,
    used_cpu: "0.0",
    input_kbps: "0.0",
    output_kbps: "0.0",
  }));
  return ok({ statistics });
}
