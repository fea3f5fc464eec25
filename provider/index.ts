export { DcsBackup } from "./dcs-backup/dcs-backup";
export type { DcsBackupArgs } from "./dcs-backup/values/args";
export { DcsInstance } from "./dcs-instance/dcs-instance";
export type {
  BackupPolicyArgs,
  DcsInstanceArgs,
  PeriodicalBackupPlanArgs,
  RenameCommandsArgs,
  WhitelistGroupArgs,
} from "./dcs-instance/values/args";
export { DcsRestore } from "./dcs-restore/dcs-restore";
export type { DcsRestoreArgs } from "./dcs-restore/values/args";
export { getBackupLinks, getBackupLinksOutput } from "./functions/get-backup-links";
export { getBackups, getBackupsOutput } from "./functions/get-backups";
export type { Backup, BackupLinks, GetBackupLinksArgs, GetBackupsArgs } from "./functions/values/backups";
