import { ServiceError } from "../../../service/errors";
import { isObject, isUnset, isWholeNumber } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import type { Answer, Call } from "../../../world/call/call";
import { requireState } from "../../rules/change/operations";
import { applyChanges, instanceOf } from "./instances";

/**
 * Modifies as v1.0 does, and the port from 4.0 on. Clients send every field they know with whatever is to be changed:
 * the port as it is, no renamed commands. Renaming commands in place is not served.
 */
export async function modifyInstanceV2(call: Call): Promise<Answer> {
  const instance = instanceOf(call);
  const { port, rename_commands: renames, ...rest } = jsonBody(call);
  if (!isUnset(renames) && !(isObject(renames) && Object.keys(renames).length === 0)) {
    throw new ServiceError(4062, "rename_commands");
  }
  const moves = !isUnset(port) && port !== instance.port;
  if (moves && (!isWholeNumber(port, 1, 65535) || instance.engineVersion === "3.0"))
    throw new ServiceError(4062, "port");
  requireState(instance, "modify");
  const answer = applyChanges(call, instance, rest);
  if (moves) await call.world.redis.move(instance, port as number);
  return answer;
}
