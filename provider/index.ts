export { DcsBackup } from "./dcs-backup/dcs-backup";
export type { DcsBackupArgs } from "./dcs-backup/values/args";
export { DcsInstance, type DcsInstanceConstructor } from "./dcs-instance/class/checked";
export type { RenameCommandsArgs, WhitelistGroupArgs } from "./dcs-instance/values/access/args";
export type { DcsInstanceArgs } from "./dcs-instance/values/args";
export type { BackupPolicyArgs, PeriodicalBackupPlanArgs } from "./dcs-instance/values/backup/args";
export type { ParametersArgs } from "./dcs-instance/values/parameters/args";
export { DcsRestore } from "./dcs-restore/dcs-restore";
export type { DcsRestoreArgs } from "./dcs-restore/values/args";
export { getBackupLinks, getBackupLinksOutput } from "./functions/instance/get-backup-links";
export { getBackups, getBackupsOutput } from "./functions/instance/get-backups";
export { getCertificate, getCertificateOutput } from "./functions/instance/get-certificate";
export { getInstances, getInstancesOutput } from "./functions/instance/get-instances";
export { getParameters, getParametersOutput } from "./functions/instance/get-parameters";
export { getAvailabilityZones, getAvailabilityZonesOutput } from "./functions/region/get-availability-zones";
export { getFlavors, getFlavorsOutput } from "./functions/region/get-flavors";
export { getMaintenanceWindows, getMaintenanceWindowsOutput } from "./functions/region/get-maintenance-windows";
export { getParameterTemplates, getParameterTemplatesOutput } from "./functions/region/get-parameter-templates";
export { getProducts, getProductsOutput } from "./functions/region/get-products";
export { getQuota, getQuotaOutput } from "./functions/region/get-quota";
export type { Backup, BackupLinks, GetBackupLinksArgs, GetBackupsArgs } from "./functions/values/backups";
export type { GetCertificateArgs } from "./functions/values/certificate";
export type { GetInstancesArgs, InstanceSummary } from "./functions/values/instances";
export type {
  GetParametersArgs,
  GetParameterTemplatesArgs,
  Parameter,
  ParameterTemplate,
} from "./functions/values/parameters";
export type {
  AvailabilityZone,
  CacheMode,
  Flavor,
  GetAvailabilityZonesArgs,
  GetFlavorsArgs,
  GetMaintenanceWindowsArgs,
  GetProductsArgs,
  GetQuotaArgs,
  MaintenanceWindow,
  Product,
  Quota,
  QuotaUse,
} from "./functions/values/region";
