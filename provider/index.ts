export type {
  BackupPolicyArgs,
  DcsInstanceArgs,
  PeriodicalBackupPlanArgs,
  RenameCommandsArgs,
} from "./args";
export { DcsInstance } from "./dcs-instance";
