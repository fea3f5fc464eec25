import { recordFailure } from "../../on-instance/api/failed-record";
import { percent } from "../../on-instance/api/progress";
import type { Statuses } from "../../resource/describe/resource-type";
import type { Sighting } from "../../resource/describe/wait";
import type { RestoreRecord } from "./types";

/**
 * What the statuses of a restore mean. None is deleted: the service keeps the record.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/querying_dcs_instance_restoration_records.html
 */
export const STATUSES: Statuses = {
  classes: { SUCCEED: "serving", FAILED: "failed" },
  createFailed: "FAILED",
  creating: "RESTORING",
  alsoCreating: ["WAITING"],
  deleting: "DELETED",
};

export const isUnfinished = ({ status }: RestoreRecord): boolean =>
  ["waiting", "restoring"].includes(status.toLowerCase());

export const isDone = (status: unknown): boolean => String(status).toLowerCase() === "succeed";

export const sightingOf = (record: RestoreRecord): Sighting => ({
  id: record.restore_id,
  status: record.status,
  progress: percent(record.progress),
  reason: recordFailure(record.error_code),
});
