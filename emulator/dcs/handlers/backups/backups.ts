import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject } from "../../../service/values";
import { optionalBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import {
  addBackup,
  type Backup,
  finish,
  isUnfinished,
  ledgerOf,
  progressOf,
} from "../../../world/instances/details/backups";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { requireState } from "../../rules/change/operations";
import { instanceOf } from "../instances/instances";
import { isV2, page, remarkOf, requireReplicated } from "./requests";

/** The share of its time that a backup waits before it begins. */
const waitingShare = 0.2;

function formatOf(call: Call, { engineVersion }: InstanceRecord, { backup_format: format }: JsonObject): "AOF" | "RDB" {
  if (!isV2(call) || engineVersion.startsWith("3.")) {
    if (format === "rdb") throw new ServiceError(4063, "backup_format");
    return "AOF";
  }
  if (isUnset(format)) return "RDB";
  if (format !== "aof" && format !== "rdb") throw new ServiceError(4063, "backup_format");
  return format === "aof" ? "AOF" : "RDB";
}

export function createBackup(call: Call): Answer {
  const { instances, options, clock, redis } = call.world;
  const instance = instanceOf(call);
  const body = optionalBody(call);
  const order = { remark: remarkOf(body), format: formatOf(call, instance, body) };
  requireReplicated(instance);
  requireState(instance, "task");
  const course = call.course();
  const ms = course.ms ?? options.taskMs;
  const backup = addBackup(instance, order, ms, clock.stamp());
  let failure = course.ends?.errorCode;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    try {
      backup.data = await redis.save(instance);
    } catch {
      failure = "dcs.08.0001";
    }
  };
  instances.after(Math.min(ms, options.taskMs) * waitingShare, () => {
    if (!isUnfinished(backup)) return;
    backup.status = "backuping";
    backup.executedAt = clock.stamp();
    saving = save();
  });
  // The server saves one file at a time, so the next backup must not begin before this one is saved.
  instances.after(ms, async () => {
    await saving;
    finish(backup, clock.stamp(), failure);
  });
  return ok({ backup_id: backup.id });
}

export function backupOf(instance: InstanceRecord, id: unknown): Backup {
  const backup = ledgerOf(instance).backups.find((each) => each.id === id);
  if (backup === undefined) throw new ServiceError(4087);
  return backup;
}

/** The record stays in the list, without its file. */
export function deleteBackup(call: Call): Answer {
  const instance = instanceOf(call);
  const backup = backupOf(instance, call.params.backup);
  if (isUnfinished(backup)) throw new ServiceError(4096);
  backup.status = "deleted";
  backup.updatedAt = call.world.clock.stamp();
  backup.data = Buffer.alloc(0);
  return isV2(call) ? noContent : ok({ message: "" });
}

export function listBackups(call: Call): Answer {
  const instance = instanceOf(call);
  const { shown, total } = page(call, ledgerOf(instance).backups);
  if (isV2(call) && total === 0) return noContent;
  // The reference prints an empty object for what is absent in v2.
  const none = isV2(call) ? {} : null;
  const described = shown.map((backup) => ({
    backup_id: backup.id,
    instance_id: instance.id,
    backup_name: backup.name,
    backup_type: backup.type,
    status: backup.status,
    progress: progressOf(backup),
    size: backup.data.length,
    remark: backup.remark,
    period: none,
    created_at: backup.createdAt,
    execution_at: backup.executedAt,
    updated_at: backup.updatedAt,
    error_code: backup.errorCode ?? none,
    is_support_restore: backup.restorable ? "TRUE" : "FALSE",
    backup_format: backup.format,
  }));
  return ok({ backup_record_response: described, total_num: total });
}
