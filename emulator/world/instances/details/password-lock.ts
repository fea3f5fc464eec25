import type { InstanceRecord } from "../../records/instance-record";

/** Wrong passwords in a row until an instance is locked, and for how long. */
export const tries = 5;
export const lockMinutes = 5;

interface Failures {
  wrong: number;
  lockedUntil: number;
}

const failures = new WeakMap<InstanceRecord, Failures>();

function failuresOf(instance: InstanceRecord): Failures {
  const known = failures.get(instance) ?? { wrong: 0, lockedUntil: 0 };
  failures.set(instance, known);
  return known;
}

export function isLocked(instance: InstanceRecord): boolean {
  return failuresOf(instance).lockedUntil > Date.now();
}

/** Notes a wrong password; answers how many tries are left, of which none means that the instance is locked now. */
export function noteWrong(instance: InstanceRecord): number {
  const state = failuresOf(instance);
  state.wrong += 1;
  const left = tries - state.wrong;
  if (left <= 0) Object.assign(state, { wrong: 0, lockedUntil: Date.now() + lockMinutes * 60_000 });
  return Math.max(left, 0);
}

export function noteRight(instance: InstanceRecord): void {
  failuresOf(instance).wrong = 0;
}
