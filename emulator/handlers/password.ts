import { ServiceError } from "../errors";
import { jsonBody } from "../http/body";
import { type Answer, type Call, ok } from "../http/call";
import type { InstanceRecord } from "../instances/record";
import { requireState } from "../rules/operations";
import { checkPassword } from "../rules/password";
import { instanceOf } from "./instances";

const tries = 5;
const lockMinutes = 5;

interface Failures {
  wrong: number;
  lockedUntil: number;
}

const failures = new WeakMap<InstanceRecord, Failures>();

function answer(result: string, message: string, left: number, lock: number): Answer {
  return ok({
    result,
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
  const state = failures.get(instance) ?? { wrong: 0, lockedUntil: 0 };
  failures.set(instance, state);
  if (state.lockedUntil > Date.now()) return answer("Locked", "The instance is locked.", 0, lockMinutes);
  if (old !== instance.password) {
    state.wrong += 1;
    if (state.wrong >= tries) {
      Object.assign(state, { wrong: 0, lockedUntil: Date.now() + lockMinutes * 60_000 });
      return answer("Locked", "The instance is locked.", 0, lockMinutes);
    }
    return answer("passwordFailed", "verify password failed.", tries - state.wrong, 0);
  }
  if (wanted === old) throw new ServiceError(4019, "", "The new password equals the old one.");
  await call.world.redis.setPassword(instance, wanted);
  instance.password = wanted;
  state.wrong = 0;
  return answer("Success", "Modify DCSInstance password success.", tries, 0);
}
