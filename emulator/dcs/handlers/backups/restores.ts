import { ServiceError } from "../../../service/errors";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import { addRestoration, finish, ledgerOf, progressOf } from "../../../world/instances/details/backups";
import { requireState } from "../../rules/change/operations";
import { instanceOf } from "../instances/instances";
import { backupOf } from "./backups";
import { isV2, page, remarkOf, requireReplicated } from "./requests";

/** Puts the data of the backup in the place of the instance's. One that fails leaves the instance as it was. */
export function restoreBackup(call: Call): Answer {
  const { instances, options, clock, redis } = call.world;
  const instance = instanceOf(call);
  const body = jsonBody(call);
  const remark = remarkOf(body);
  requireReplicated(instance);
  requireState(instance, "task");
  const backup = backupOf(instance, body.backup_id);
  if (backup.status !== "succeed" || !backup.restorable) throw new ServiceError(4087);
  const { ms = options.taskMs, ends } = call.course();
  const restoration = addRestoration(instance, { remark, backup }, ms, clock.stamp());
  instances.after(Math.min(ms, options.taskMs) / 5, () => {
    if (restoration.status === "waiting") restoration.status = "restoring";
  });
  const work = async () => {
    if (ends === undefined) await redis.load(instance, backup.data);
    finish(restoration, clock.stamp(), ends?.errorCode);
  };
  instances.pass(instance, "RESTORING", ms, work);
  return ok({ restore_id: restoration.id });
}

export function listRestorations(call: Call): Answer {
  const instance = instanceOf(call);
  const { shown, total } = page(call, ledgerOf(instance).restorations);
  if (isV2(call) && total === 0) return noContent;
  const source = isV2(call) ? {} : { sourceInstanceId: instance.id, sourceInstanceName: instance.name };
  const described = shown.map((restoration) => ({
    restore_id: restoration.id,
    backup_id: restoration.backup.id,
    restore_name: restoration.name,
    backup_name: restoration.backup.name,
    restore_remark: restoration.remark,
    backup_remark: restoration.backup.remark,
    status: restoration.status,
    progress: progressOf(restoration),
    created_at: restoration.createdAt,
    updated_at: restoration.updatedAt,
    error_code: restoration.errorCode ?? (isV2(call) ? {} : null),
    ...source,
  }));
  return ok({ restore_record_response: described, total_num: total });
}
