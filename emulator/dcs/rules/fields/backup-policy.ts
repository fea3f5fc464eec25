import type { Product } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import { isObject, isUnset, isWholeNumber } from "../../../service/values";
import type { BackupPolicy } from "../../../world/records/instance-record";

const hours = /^([01]\d|2[0-3]):00-(0\d|1\d|2[0-4]):00$/;
const offset = /^GMT[+-](\d{2}):([0-5]\d)$/;

function beginAt(value: unknown): string {
  const match = typeof value === "string" ? hours.exec(value) : null;
  const begin = Number(match?.[1]);
  const end = Number(match?.[2]);
  // No source says how the last hour of the day ends, so 23:00-24:00 and 23:00-00:00 both pass.
  const anHour = end === begin + 1 || (begin === 23 && end === 0);
  if (match === null || !anHour) throw new ServiceError(4076);
  return value as string;
}

function backupAt(value: unknown, asText: boolean): number[] {
  if (!Array.isArray(value)) throw new ServiceError(4075);
  const days = value.map((day) => (asText && typeof day === "string" && /^[1-7]$/.test(day) ? Number(day) : day));
  const distinct = new Set(days).size === days.length;
  if (days.length === 0 || !distinct || !days.every((day) => isWholeNumber(day, 1, 7))) throw new ServiceError(4075);
  return days;
}

function timezoneOffset(value: unknown): string | null {
  if (isUnset(value)) return null;
  const match = typeof value === "string" ? offset.exec(value) : null;
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  if (match === null || minutes > 12 * 60) throw new ServiceError(4062, "timezone_offset");
  return value as string;
}

/**
 * The policy in the form the service stores, or `null` when none was sent.
 * `asText`: weekdays may be strings, as the reference writes them for a modification.
 */
export function readBackupPolicy(value: unknown, product: Product, asText = false): BackupPolicy | null {
  if (value === undefined || value === null) return null;
  if (product.cacheMode === "single" || product.specCode === "dcs.cluster") throw new ServiceError(4086);
  if (!isObject(value)) throw new ServiceError(4062, "instance_backup_policy");
  const { save_days, periodical_backup_plan: plan } = value;
  const type = isUnset(value.backup_type) ? "manual" : value.backup_type;
  if (!isWholeNumber(save_days, 1, 7)) throw new ServiceError(4072);
  if (type !== "auto" && type !== "manual") throw new ServiceError(4073);
  if (!isObject(plan)) throw new ServiceError(4062, "periodical_backup_plan");
  if (plan.period_type !== "weekly") throw new ServiceError(4074);
  return {
    save_days,
    backup_type: type,
    periodical_backup_plan: {
      begin_at: beginAt(plan.begin_at),
      period_type: "weekly",
      backup_at: backupAt(plan.backup_at, asText),
      timezone_offset: timezoneOffset(plan.timezone_offset),
    },
  };
}
