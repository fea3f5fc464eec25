import type { OfInstance } from "../on-instance/of-instance";
import { SharedList } from "../on-instance/shared-list";
import { listBackups } from "./api/backups";
import { isGone } from "./api/statuses";
import type { BackupRecord } from "./api/types";

class Backups extends SharedList<BackupRecord> {}

/** Every record, as the service lists it. */
export const allBackupsOf = (at: OfInstance, deadline?: number): Promise<BackupRecord[]> =>
  at.run.shared(at, Backups, () => new Backups((options) => listBackups(at, at.instanceId, options))).get(deadline);

/** The backups that exist. Reads that start together share one call, since the service reads no backup by itself. */
export const backupsOf = async (at: OfInstance, deadline?: number): Promise<BackupRecord[]> =>
  (await allBackupsOf(at, deadline)).filter((record) => !isGone(record));
