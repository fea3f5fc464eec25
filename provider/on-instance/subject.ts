import { STATUSES } from "../dcs-instance/api/statuses";
import { parseProductCode } from "../dcs-instance/values/product-code";
import { isObject } from "../http/exchange/json";
import { Kept } from "../process/kept";
import { classOf } from "../resource/describe/statuses";
import { readSubject, type Subject } from "./api/subject";
import type { OfInstance } from "./of-instance";

/** What messages call the instance. */
export const cacheLabel = ({ instanceId }: Pick<OfInstance, "instanceId">, subject?: Subject): string =>
  subject?.name ? `cache "${subject.name}" (${instanceId})` : `cache ${instanceId}`;

/** The task that goes on, in the service's word. Empty objects and texts stand for none. */
function taskOf({ task }: Subject): string | undefined {
  if (task === null || task === undefined || task === "") return undefined;
  if (!isObject(task)) return String(task);
  const { name, task_name: taskName, status } = task;
  return Object.keys(task).length === 0 ? undefined : String(name ?? taskName ?? status ?? "a task");
}

/** What keeps the instance from the next operation; `undefined` if nothing does. Status and task count both. */
export function occupationOf(subject: Subject): string | undefined {
  if (classOf(STATUSES, subject.status) !== "serving") return subject.status;
  const task = taskOf(subject);
  return task === undefined ? undefined : `${subject.status}, with the task ${task}`;
}

/** True if the instance will not run again by itself. */
export const isDown = ({ status }: Subject): boolean => ["failed", "stopped"].includes(classOf(STATUSES, status));

/** True for a single node, which has neither backups nor restores. */
export const isSingle = ({ cache_mode: mode, spec_code: code }: Subject): boolean =>
  (mode ?? (code ? parseProductCode(code).mode : undefined)) === "single";

export const isOf3 = ({ engine_version: version }: Subject): boolean => version?.startsWith("3.") ?? false;

/** The instance as a preview sees it: read once in a run. */
class Look extends Kept<Subject> {}

export const lookAtSubject = (at: OfInstance): Promise<Subject> =>
  at.run.shared(at, Look, () => new Look(() => readSubject(at, at.instanceId))).get();
