import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent } from "../../../world/call/call";
import { requireState } from "../../rules/change/operations";
import { checkResize } from "../../rules/change/resize";
import { instanceOf } from "./instances";

/** Changes size, replicas or type. The work begins at once, whatever `execute_immediately` says. */
export function resizeInstance(call: Call): Answer {
  const { instances, redis, options } = call.world;
  const instance = instanceOf(call);
  const body = jsonBody(call);
  requireState(instance, "extend");
  const target = checkResize(body, instance);
  const work = async () => {
    Object.assign(instance, target);
    await redis.resize(instance);
  };
  instances.pass(instance, "EXTENDING", options.extendMs, work, call.course());
  return noContent;
}
