import { recordFailure } from "../../on-instance/api/failed-record";
import { percent } from "../../on-instance/api/progress";
import type { Statuses } from "../../resource/describe/resource-type";
import type { Sighting } from "../../resource/describe/wait";
import type { BackupRecord } from "./types";

/**
 * What the statuses of a backup mean.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/listing_dcs_instance_backup_records.html
 */
export const STATUSES: Statuses = {
  classes: { SUCCEED: "serving", FAILED: "failed" },
  createFailed: "FAILED",
  creating: "BACKUPING",
  alsoCreating: ["WAITING"],
  deleting: "DELETED",
};

/** The list keeps what no longer exists. */
const GONE: ReadonlySet<string> = new Set(["deleted", "expired"]);

export const isGone = ({ status }: BackupRecord): boolean => GONE.has(status.toLowerCase());

export const isUnfinished = ({ status }: BackupRecord): boolean =>
  ["waiting", "backuping"].includes(status.toLowerCase());

export const isSuccessful = ({ status }: BackupRecord): boolean => status.toLowerCase() === "succeed";

/** False once the instance has been scaled: the service does not restore older backups then. */
export const isUsable = ({ is_support_restore: usable }: BackupRecord): boolean =>
  String(usable).toLowerCase() !== "false";

export const sightingOf = (record: BackupRecord): Sighting => ({
  id: record.backup_id,
  status: record.status,
  progress: percent(record.progress),
  reason: recordFailure(record.error_code),
});
