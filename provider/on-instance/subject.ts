import { type InstanceV2, readInstanceV2, taskOf } from "../dcs-instance/api/features/v2-instance";
import { STATUSES } from "../dcs-instance/api/statuses";
import { parseProductCode } from "../dcs-instance/values/product-code";
import { Kept } from "../process/kept";
import { classOf } from "../resource/describe/statuses";
import type { OfInstance } from "./of-instance";

/** What messages call the instance. */
export const cacheLabel = ({ instanceId }: Pick<OfInstance, "instanceId">, subject?: InstanceV2): string =>
  subject?.name ? `cache "${subject.name}" (${instanceId})` : `cache ${instanceId}`;

/** What keeps the instance from the next operation; `undefined` if nothing does. Status and task count both. */
export function occupationOf(subject: InstanceV2): string | undefined {
  if (classOf(STATUSES, subject.status) !== "serving") return subject.status;
  const task = taskOf(subject);
  return task === undefined ? undefined : `${subject.status}, with the task ${task}`;
}

/** True if the instance will not run again by itself. */
export const isDown = ({ status }: InstanceV2): boolean => ["failed", "stopped"].includes(classOf(STATUSES, status));

/** True for a single node, which has neither backups nor restores. */
export const isSingle = ({ cache_mode: mode, spec_code: code }: InstanceV2): boolean =>
  (mode ?? (code ? parseProductCode(code).mode : undefined)) === "single";

export const isOf3 = ({ engine_version: version }: InstanceV2): boolean => version?.startsWith("3.") ?? false;

/** The instance as a preview sees it: read once in a run. */
class Look extends Kept<InstanceV2> {}

export const lookAtSubject = (at: OfInstance): Promise<InstanceV2> =>
  at.run.shared(at, Look, () => new Look(() => readInstanceV2(at, at.instanceId))).get();
