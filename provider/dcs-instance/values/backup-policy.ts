import type { UnwrappedObject } from "@pulumi/pulumi";
import type { BackupPolicy, Instance } from "../api/types";
import type { BackupPolicyArgs } from "./args";

/** A policy as the program declares it, all values known. */
export type BackupPolicyInputs = UnwrappedObject<BackupPolicyArgs>;

/** The policy as requests take it: bare, and without what the service adds in its answers. */
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

/** The policy an answer holds, wrapped or bare. What it does not speak of is as declared. */
export function fromBackupPolicy(instance: Instance, declared?: BackupPolicyInputs): BackupPolicyInputs | undefined {
  const wrapped = instance.instance_backup_policy;
  const policy = wrapped?.policy ?? wrapped;
  if (!policy) return undefined;
  const backupType = policy.backup_type ?? "manual";
  const plan = policy.periodical_backup_plan;
  // A manual policy needs no plan, nor a time to keep what is made by it; not every edition remembers them.
  if (!plan) return declared && backupType === "manual" ? { ...declared, backupType } : undefined;
  // Older editions answer no time zone at all.
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
