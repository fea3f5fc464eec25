import { createBackupLinks } from "../../../dcs-backup/api/backups";
import { uuid } from "../../../dcs-instance/arguments/row/instance-argument";
import { orNone } from "../../../dcs-instance/values/served";
import type { BackupLinks, GetBackupLinksArgs } from "../../values/backups";
import type { Work } from "../carry-out";

const HOUR = 3_600;

export const work: Work<GetBackupLinksArgs, BackupLinks> = {
  schema: {
    required: ["instanceId", "backupId"],
    properties: {
      instanceId: uuid("id of the cache", "in a program `cache.id`"),
      backupId: uuid("id of the backup", "in a program `backup.id`"),
      expiration: { type: "integer", minimum: 300, maximum: 86_400, remedy: "use 300 to 86400 seconds" },
    },
  },
  async look(dcs, { instanceId, backupId, expiration = HOUR }) {
    const { file_path, bucket_name, links } = await createBackupLinks(dcs, instanceId, backupId, expiration);
    return {
      filePath: orNone(file_path),
      bucketName: orNone(bucket_name),
      links: (links ?? []).map(({ file_name: fileName, link }) => ({ fileName, link })),
    };
  },
};
