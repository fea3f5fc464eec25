import { ServiceError } from "../../../service/errors";
import { isUnset, isWholeNumber } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import type { Answer, Call } from "../../../world/call/call";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { losesDataOnRestart, requireState } from "../../rules/change/operations";
import { checkRenames, renamedBy } from "../../rules/fields/renames";
import { applyChanges, instanceOf } from "./instances";

/**
 * Modifies as v1.0 does, from 4.0 on also the port and the names of commands. Clients send every field they know with
 * whatever is to be changed: the port as it is, no renamed commands.
 */
export async function modifyInstanceV2(call: Call): Promise<Answer> {
  const instance = instanceOf(call);
  const { port, rename_commands: renames, ...rest } = jsonBody(call);
  const isFirst = instance.engineVersion === "3.0";
  const renamed = checkRenames(renames, instance.product.cacheMode);
  const renamesAny = Object.keys(renamed).length > 0;
  if (renamesAny && isFirst) throw new ServiceError(4062, "rename_commands");
  const moves = !isUnset(port) && port !== instance.port;
  if (moves && (!isWholeNumber(port, 1, 65535) || isFirst)) throw new ServiceError(4062, "port");
  requireState(instance, renamesAny ? "task" : "modify");
  const answer = applyChanges(call, instance, rest, "v2");
  if (moves) await call.world.redis.move(instance, port as number);
  if (renamesAny) restartRenamed(call, instance, renamed);
  return answer;
}

function restartRenamed(call: Call, instance: InstanceRecord, renamed: Readonly<Record<string, string>>): void {
  const { instances, options, redis } = call.world;
  const work = async () => {
    instance.renameCommands = renamedBy(instance.renameCommands, renamed);
    await redis.restart(instance, !losesDataOnRestart(instance));
  };
  instances.pass(instance, "RESTARTING", options.taskMs, work, call.course());
}
