import { ServiceError } from "../../../service/errors";
import { isUnset } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { isLocked, lockMinutes, noteRight, tries } from "../../../world/instances/details/password-lock";
import { requireState } from "../../rules/change/operations";
import { checkPassword } from "../../rules/fields/password";
import { instanceOf } from "../instances/instances";

function answer(code: "1" | "3", message: string, left: number, lock: number): Answer {
  const counters = { retry_times_left: String(left), lock_time: String(lock), lock_time_left: String(lock) };
  return ok({ code, message, ext_message: null, ...counters });
}

/** Sets a new password without the old one, or takes the password away. Only code 1 is a success, whatever the status. */
export async function resetPassword(call: Call): Promise<Answer> {
  const instance = instanceOf(call);
  const { new_password: given, no_password_access: free = false } = jsonBody(call);
  if (typeof free !== "boolean") throw new ServiceError(4843);
  requireState(instance, "task");
  if (free && !isUnset(given)) throw new ServiceError(4849);
  if (!free && typeof given !== "string") throw new ServiceError(4845);
  const password = free ? "" : String(given);
  if (!free) checkPassword(password, instance.engineVersion === "3.0" ? "first" : "current");
  if (isLocked(instance)) return answer("3", "instance is locked", 0, lockMinutes);
  await call.world.redis.setPassword(instance, password);
  Object.assign(instance, { password, passwordFree: free });
  noteRight(instance);
  return answer("1", "success", tries, 0);
}
