import type { UnwrappedObject } from "@pulumi/pulumi";
import type { BackupPolicy, Instance } from "../../api/types";
import type { BackupPolicyArgs } from "./args";

/** A policy as the program declares it, with all values known. */
export type BackupPolicyInputs = UnwrappedObject<BackupPolicyArgs>;

/** The policy as requests contain it: without wrapper, and without fields that only answers have. */
export const toBackupPolicy = ({
  saveDays,
  backupType,
  periodicalBackupPlan: plan,
}: BackupPolicyInputs): BackupPolicy => ({
  save_days: saveDays,
  ...(backupType === undefined ? {} : { backup_type: backupType }),
  periodical_backup_plan: {
    begin_at: plan.beginAt,
    period_type: plan.periodType,
    backup_at: [...plan.backupAt],
    ...(plan.timezoneOffset === undefined ? {} : { timezone_offset: plan.timezoneOffset }),
  },
});

/** The policy in an answer, with or without wrapper. Fields that the answer lacks are taken as declared. */
export function fromBackupPolicy(instance: Instance, declared?: BackupPolicyInputs): BackupPolicyInputs | undefined {
  const wrapped = instance.instance_backup_policy;
  const policy = wrapped?.policy ?? wrapped;
  if (!policy) return undefined;
  const backupType = policy.backup_type ?? "manual";
  const plan = policy.periodical_backup_plan;
  // A manual policy needs no plan and no retention, and some editions do not keep them.
  if (!plan) return declared && backupType === "manual" ? { ...declared, backupType } : undefined;
  // Older editions return no time zone.
  const timezoneOffset = plan.timezone_offset || declared?.periodicalBackupPlan.timezoneOffset;
  return {
    saveDays: Number(policy.save_days ?? declared?.saveDays ?? 1),
    backupType,
    periodicalBackupPlan: {
      beginAt: plan.begin_at,
      periodType: plan.period_type,
      backupAt: (plan.backup_at ?? []).map(Number).sort((a, b) => a - b),
      ...(timezoneOffset ? { timezoneOffset } : {}),
    },
  };
}
