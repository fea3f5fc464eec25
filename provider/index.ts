export { DcsInstance } from "./dcs-instance/dcs-instance";
export type {
  BackupPolicyArgs,
  DcsInstanceArgs,
  PeriodicalBackupPlanArgs,
  RenameCommandsArgs,
  WhitelistGroupArgs,
} from "./dcs-instance/values/args";
