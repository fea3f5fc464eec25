import { randomUUID } from "node:crypto";
import { ServiceError } from "../../../service/errors";
import type { InstanceRecord } from "../../records/instance-record";

/** A backup file, or one run of restoring from it. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly remark: string | null;
  status: "waiting" | "backuping" | "restoring" | "succeed" | "failed";
  readonly createdAt: string;
  updatedAt: string;
}

export interface Restoration extends Job {
  readonly backup: Job;
}

interface Ledger {
  readonly backups: Job[];
  readonly restorations: Restoration[];
}

const ledgers = new WeakMap<InstanceRecord, Ledger>();

/** Backups and restorations of an instance, the newest first. */
export function ledgerOf(instance: InstanceRecord): Ledger {
  const ledger = ledgers.get(instance) ?? { backups: [], restorations: [] };
  ledgers.set(instance, ledger);
  return ledger;
}

export function newJob(kind: "backup" | "restore", remark: string | null): Job {
  const at = new Date().toISOString();
  const status = kind === "backup" ? "backuping" : "restoring";
  const name = `${kind}_${at.replace(/\D/g, "").slice(0, 14)}`;
  return { id: randomUUID(), name, remark, status, createdAt: at, updatedAt: at };
}

export function finish(job: Job): void {
  job.status = "succeed";
  job.updatedAt = new Date().toISOString();
}

/** Refuses whatever cannot go along with a backup that is being made. */
export function requireNoBackup(instance: InstanceRecord): void {
  if (ledgerOf(instance).backups.some(({ status }) => status === "backuping")) throw new ServiceError(4096);
}
