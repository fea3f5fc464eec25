import { ServiceError } from "../../../service/errors";
import { isUnset, isWholeNumber, type JsonObject } from "../../../service/values";
import { jsonBody, optionalBody } from "../../../world/call/body";
import { type Answer, type Call, ok } from "../../../world/call/call";
import {
  finish,
  type Job,
  ledgerOf,
  newJob,
  type Restoration,
  requireNoBackup,
} from "../../../world/instances/details/backups";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { requireState } from "../../rules/change/operations";
import { instanceOf } from "../instances/instances";

function remarkOf(body: JsonObject): string | null {
  const { remark } = body;
  if (isUnset(remark)) return null;
  if (typeof remark !== "string" || remark.length > 128) throw new ServiceError(4098);
  return remark;
}

function requireReplicated(instance: InstanceRecord): void {
  if (instance.product.cacheMode === "single") throw new ServiceError(4086);
}

export function createBackup(call: Call): Answer {
  const { instances, options } = call.world;
  const instance = instanceOf(call);
  const remark = remarkOf(optionalBody(call));
  requireReplicated(instance);
  requireState(instance, "task");
  requireNoBackup(instance);
  const job = newJob("backup", remark);
  ledgerOf(instance).backups.unshift(job);
  instances.after(options.taskMs, () => finish(job));
  return ok({ backup_id: job.id });
}

export function deleteBackup(call: Call): Answer {
  const { backups } = ledgerOf(instanceOf(call));
  const index = backups.findIndex(({ id }) => id === call.params.backup);
  if (index < 0) throw new ServiceError(4087);
  backups.splice(index, 1);
  return ok({ message: "" });
}

/** The state passes as it does in the service; the data stays what it is, for backups hold none. */
export function restoreBackup(call: Call): Answer {
  const { instances, options } = call.world;
  const instance = instanceOf(call);
  const body = jsonBody(call);
  const remark = remarkOf(body);
  requireReplicated(instance);
  requireState(instance, "task");
  const backup = ledgerOf(instance).backups.find(({ id }) => id === body.backup_id);
  if (backup?.status !== "succeed") throw new ServiceError(4087);
  const job: Restoration = { ...newJob("restore", remark), backup };
  ledgerOf(instance).restorations.unshift(job);
  instances.pass(instance, "RESTORING", options.taskMs, () => finish(job));
  return ok({ restore_id: job.id });
}

function page<T extends Job>(call: Call, jobs: readonly T[]): T[] {
  const ask = (name: string, fallback: number) => {
    const value = Number(call.query.get(name) || fallback);
    if (!isWholeNumber(value, 1, Number.MAX_SAFE_INTEGER)) throw new ServiceError(4062, name);
    return value;
  };
  const start = ask("start", 1);
  return jobs.slice(start - 1, start - 1 + ask("limit", 10));
}

const progress = (job: Job) => (job.status === "succeed" ? "100.00" : "0.00");

export function listBackups(call: Call): Answer {
  const instance = instanceOf(call);
  const { backups } = ledgerOf(instance);
  const described = page(call, backups).map((job) => ({
    backup_id: job.id,
    instance_id: instance.id,
    backup_name: job.name,
    backup_type: "manual",
    status: job.status,
    progress: progress(job),
    size: 0,
    remark: job.remark,
    period: null,
    created_at: job.createdAt,
    execution_at: job.createdAt,
    updated_at: job.updatedAt,
    error_code: null,
    is_support_restore: "TRUE",
    backup_format: "AOF",
  }));
  return ok({ backup_record_response: described, total_num: backups.length });
}

export function listRestorations(call: Call): Answer {
  const instance = instanceOf(call);
  const { restorations } = ledgerOf(instance);
  const described = page(call, restorations).map((job) => ({
    restore_id: job.id,
    backup_id: job.backup.id,
    restore_name: job.name,
    backup_name: job.backup.name,
    restore_remark: job.remark,
    backup_remark: job.backup.remark,
    status: job.status,
    progress: progress(job),
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    error_code: null,
    sourceInstanceId: instance.id,
    sourceInstanceName: instance.name,
  }));
  return ok({ restore_record_response: described, total_num: restorations.length });
}
