import { randomUUID } from "node:crypto";
import { ServiceError } from "../../../service/errors";
import type { InstanceRecord } from "../../records/instance-record";

/** What both kinds of records tell: how far the work is. */
interface Job {
  readonly id: string;
  readonly name: string;
  readonly remark: string | null;
  status: "waiting" | "backuping" | "restoring" | "succeed" | "failed" | "expired" | "deleted";
  errorCode: string | null;
  readonly createdAt: string;
  updatedAt: string;
  /** When it began, by the emulator's own clock, and how long it takes: for the progress. */
  readonly begun: { readonly at: number; readonly ms: number };
}

/** A backup file. */
export interface Backup extends Job {
  readonly type: "manual" | "auto";
  readonly format: "AOF" | "RDB";
  executedAt: string;
  /** False once the instance was scaled. */
  restorable: boolean;
  /** The data; empty where no Redis server runs. */
  data: Buffer;
}

/** One run of restoring from a backup. */
export interface Restoration extends Job {
  readonly backup: Backup;
}

interface Ledger {
  readonly backups: Backup[];
  readonly restorations: Restoration[];
}

const ledgers = new WeakMap<InstanceRecord, Ledger>();

/** Backups and restorations of an instance, the newest first. */
export function ledgerOf(instance: InstanceRecord): Ledger {
  const ledger = ledgers.get(instance) ?? { backups: [], restorations: [] };
  ledgers.set(instance, ledger);
  return ledger;
}

/** A backup or a restore as it is inside the emulator, without its data. */
export type RecordSnapshot = Readonly<Pick<Job, "id" | "status" | "remark" | "createdAt">>;

/** Backups or restores of an instance, the newest first. */
export function recordsOf(instance: InstanceRecord, sort: "backup" | "restore"): RecordSnapshot[] {
  const { backups, restorations } = ledgerOf(instance);
  const records: readonly Job[] = sort === "backup" ? backups : restorations;
  return records.map(({ id, status, remark, createdAt }) => ({ id, status, remark, createdAt }));
}

/** @param ms How long it takes. @param stamp The time by the service's clock. */
function newJob(kind: "backup" | "restore", remark: string | null, ms: number, stamp: string): Job {
  return {
    id: randomUUID(),
    name: `${kind}_${stamp.replace(/\D/g, "").slice(0, 14)}`,
    remark,
    status: "waiting",
    errorCode: null,
    createdAt: stamp,
    updatedAt: stamp,
    begun: { at: Date.now(), ms },
  };
}

/** How many backups an instance keeps, manual and automatic ones together. */
const kept = 24;

const exists = ({ status }: Backup) => status !== "deleted" && status !== "expired";

/** Notes a backup that begins; the oldest one of too many is gone without a trace. */
export function addBackup(
  instance: InstanceRecord,
  order: Pick<Backup, "remark" | "format">,
  ms: number,
  stamp: string,
): Backup {
  const { backups } = ledgerOf(instance);
  const backup: Backup = {
    ...newJob("backup", order.remark, ms, stamp),
    type: "manual",
    format: order.format,
    executedAt: stamp,
    restorable: true,
    data: Buffer.alloc(0),
  };
  backups.unshift(backup);
  const oldest = backups.filter(exists)[kept];
  if (oldest !== undefined) backups.splice(backups.indexOf(oldest), 1);
  return backup;
}

export function addRestoration(
  instance: InstanceRecord,
  order: Pick<Restoration, "remark" | "backup">,
  ms: number,
  stamp: string,
): Restoration {
  const restoration = { ...newJob("restore", order.remark, ms, stamp), backup: order.backup };
  ledgerOf(instance).restorations.unshift(restoration);
  return restoration;
}

export const isUnfinished = ({ status }: Job): boolean => ["waiting", "backuping", "restoring"].includes(status);

/** Ends the work, unless something else has ended it. */
export function finish(job: Job, stamp: string, errorCode?: string): void {
  if (!isUnfinished(job)) return;
  job.status = errorCode === undefined ? "succeed" : "failed";
  job.errorCode = errorCode ?? null;
  job.updatedAt = stamp;
}

/** `40.00` */
export function progressOf(job: Job): string {
  if (!isUnfinished(job)) return job.status === "failed" ? "0.00" : "100.00";
  const share = (Date.now() - job.begun.at) / job.begun.ms;
  return (Math.min(0.99, Math.max(0, share)) * 100).toFixed(2);
}

const runningBackup = (instance: InstanceRecord) => ledgerOf(instance).backups.find(isUnfinished);

/** What version 2 shows as the task of an instance. */
export const taskOf = (instance: InstanceRecord): string | null => (runningBackup(instance) ? "BACKUPING" : null);

/** Refuses whatever cannot go along with a backup that is being made. */
export function requireNoBackup(instance: InstanceRecord): void {
  if (runningBackup(instance)) throw new ServiceError(4096);
}

/** A restart ends the backup that is being made. */
export function abortBackup(instance: InstanceRecord, stamp: string): void {
  const running = runningBackup(instance);
  if (running) finish(running, stamp, "dcs.08.0001");
}

/** A cluster that is scaled, and any instance that shrinks, cannot be restored from what it had before. */
export function outdateBackups(instance: InstanceRecord, capacity: number): void {
  const { cacheMode } = instance.product;
  if (cacheMode !== "cluster" && cacheMode !== "proxy" && capacity >= instance.capacity) return;
  for (const backup of ledgerOf(instance).backups) backup.restorable = false;
}
