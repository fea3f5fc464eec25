import type { Input } from "@pulumi/pulumi";
import type { AnyNumber, AnyText } from "../../../resource/typing/open";
import type { BackupHour } from "./hours";

/**
 * When automatic backups run: table 4 of the reference. Changed in place, with the whole policy.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface PeriodicalBackupPlanArgs {
  /** Full hour in which a backup starts, `"HH:00-HH:00"`, one hour long, e.g. `"00:00-01:00"`. Required. */
  beginAt: Input<BackupHour | AnyText>;
  /** Interval. The service knows only `"weekly"`. Required. */
  periodType: Input<"weekly" | AnyText>;
  /** Days of the week, 1 (Monday) to 7 (Sunday), each once, in any order. Required. */
  backupAt: Input<Input<1 | 2 | 3 | 4 | 5 | 6 | 7 | AnyNumber>[]>;
  /** Time zone of `beginAt`, `"GMT-12:00"` to `"GMT+12:00"`. Default: the zone of the service. */
  timezoneOffset?: Input<string>;
}

/**
 * Backup policy of a master/standby or (from 4.0) cluster cache: table 3 of the reference. Changed in place, as a whole.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface BackupPolicyArgs {
  /** Days a backup is kept, 1 to 7. Required. */
  saveDays: Input<1 | 2 | 3 | 4 | 5 | 6 | 7 | AnyNumber>;
  /** `"auto"` or `"manual"`. Default: `"manual"`. */
  backupType?: Input<"auto" | "manual" | AnyText>;
  /** When backups run. The service requires it for both types. Required. */
  periodicalBackupPlan: Input<PeriodicalBackupPlanArgs>;
}
