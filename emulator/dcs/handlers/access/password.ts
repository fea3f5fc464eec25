import { ServiceError } from "../../../service/errors";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { isLocked, lockMinutes, noteRight, noteWrong, tries } from "../../../world/instances/details/password-lock";
import { requireState } from "../../rules/change/operations";
import { checkPassword } from "../../rules/fields/password";
import { instanceOf } from "../instances/instances";

interface Outcome {
  readonly result: string;
  readonly message: string;
  readonly left: number;
  readonly lock: number;
}

const locked: Outcome = { result: "Locked", message: "The instance is locked.", left: 0, lock: lockMinutes };

/** v2 begins every result with a small letter. */
function answer(call: Call, { result, message, left, lock }: Outcome): Answer {
  const small = `${result.charAt(0).toLowerCase()}${result.slice(1)}`;
  return ok({
    result: call.path.startsWith("/v2/") ? small : result,
    message,
    retry_times_left: String(left),
    lock_time: String(lock),
    lock_time_left: String(lock),
  });
}

/** Changes the password; a wrong old one is told inside a 200, and five in a row lock the instance for five minutes. */
export async function changePassword(call: Call): Promise<Answer> {
  const instance = instanceOf(call);
  const { old_password: old, new_password: wanted } = jsonBody(call);
  if (instance.passwordFree) throw new ServiceError(4850);
  requireState(instance, "task");
  if (typeof old !== "string" || typeof wanted !== "string") throw new ServiceError(4845);
  checkPassword(wanted, instance.engineVersion === "3.0" ? "first" : "current");
  if (isLocked(instance)) return answer(call, locked);
  if (old !== instance.password) {
    const left = noteWrong(instance);
    if (left === 0) return answer(call, locked);
    return answer(call, { result: "passwordFailed", message: "verify password failed.", left, lock: 0 });
  }
  if (wanted === old) throw new ServiceError(4019, "", "The new password equals the old one.");
  await call.world.redis.setPassword(instance, wanted);
  instance.password = wanted;
  noteRight(instance);
  return answer(call, { result: "Success", message: "Modify DCSInstance password success.", left: tries, lock: 0 });
}
