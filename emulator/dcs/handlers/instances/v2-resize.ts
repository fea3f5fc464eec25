import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent } from "../../../world/call/call";
import { outdateBackups } from "../../../world/instances/details/backups";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { requireState } from "../../rules/change/operations";
import { checkResize, type Resize } from "../../rules/change/resize";
import { requireRoom } from "../../rules/change/room";
import { instanceOf } from "./instances";

const HOUR = 3_600_000;

/** Milliseconds until the maintenance window opens, by the service's clock in UTC; 0 while it is open. */
function untilWindow({ maintainBegin, maintainEnd }: InstanceRecord, now: number): number {
  const begin = Number.parseInt(maintainBegin, 10) * HOUR;
  const length = (Number.parseInt(maintainEnd, 10) * HOUR - begin + 24 * HOUR) % (24 * HOUR);
  const passed = (now - begin) % (24 * HOUR);
  return passed < length ? 0 : 24 * HOUR - passed;
}

/** Changes size, replicas or type: at once, or once the maintenance window opens. */
export async function resizeInstance(call: Call): Promise<Answer> {
  const { instances, redis, options, clock } = call.world;
  const instance = instanceOf(call);
  const body = jsonBody(call);
  requireState(instance, "extend");
  const target = checkResize(body, instance);
  instances.requireMemory(instance.projectId, target.capacity - instance.capacity);
  await requireRoom(call.world, instance, target);
  // Another call may have come in between.
  requireState(instance, "extend");
  const course = call.course();
  const work = async ({ capacity, product, layout }: Resize) => {
    outdateBackups(instance, capacity);
    Object.assign(instance, { capacity, product, layout });
    await redis.resize(instance);
  };
  const begin = () => instances.pass(instance, "EXTENDING", options.extendMs, () => work(target), course);
  const wait = body.execute_immediately === false ? untilWindow(instance, clock.now()) : 0;
  if (wait === 0) begin();
  else instances.after(wait, () => (instance.status === "RUNNING" ? begin() : undefined));
  return noContent;
}
