import { listBackups } from "../../../dcs-backup/api/backups";
import { isGone, isSuccessful, isUsable } from "../../../dcs-backup/api/statuses";
import type { BackupRecord } from "../../../dcs-backup/api/types";
import { uuid } from "../../../dcs-instance/arguments/row/instance-argument";
import { orNone } from "../../../dcs-instance/values/served";
import { recordFailure } from "../../../on-instance/api/failed-record";
import type { Backup, GetBackupsArgs } from "../../values/backups";
import type { Work } from "../carry-out";

const describe = (record: BackupRecord): Backup => ({
  id: record.backup_id,
  name: orNone(record.backup_name),
  type: orNone(record.backup_type),
  status: record.status,
  restorable: isSuccessful(record) && isUsable(record),
  backupFormat: orNone(record.backup_format)?.toLowerCase(),
  size: orNone(record.size),
  remark: orNone(record.remark),
  createdAt: orNone(record.created_at),
  failure: recordFailure(record.error_code),
});

const ageOf = ({ created_at: at }: BackupRecord): number => Date.parse(at ?? "") || 0;

export const work: Work<GetBackupsArgs, Backup[]> = {
  schema: {
    required: ["instanceId"],
    properties: { instanceId: uuid("id of the cache", "in a program `cache.id`") },
  },
  look: async (dcs, { instanceId }) =>
    (await listBackups(dcs, instanceId))
      .filter((record) => !isGone(record))
      .sort((a, b) => ageOf(b) - ageOf(a))
      .map(describe),
};
