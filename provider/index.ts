export { DcsInstance } from "./dcs-instance/dcs-instance";
export type {
  BackupPolicyArgs,
  DcsInstanceArgs,
  PeriodicalBackupPlanArgs,
  RenameCommandsArgs,
} from "./dcs-instance/values/args";
