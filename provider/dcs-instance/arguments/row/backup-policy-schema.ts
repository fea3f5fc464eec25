import type { SchemaObject } from "ajv";

const hour = (n: number): string => String(n).padStart(2, "0");

const BACKUP_HOURS = [...Array.from({ length: 24 }, (_, n) => `${hour(n)}:00-${hour(n + 1)}:00`), "23:00-00:00"];

const periodicalBackupPlan: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["beginAt", "periodType", "backupAt"],
  properties: {
    beginAt: {
      type: "string",
      enum: BACKUP_HOURS,
      remedy: 'use one full hour as "HH:00-HH:00", from "00:00-01:00" to "23:00-24:00"',
    },
    periodType: { type: "string", enum: ["weekly"] },
    backupAt: {
      type: "array",
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      remedy: "list each weekday once, 1 (Monday) to 7 (Sunday), at least one",
      items: { type: "integer", minimum: 1, maximum: 7, remedy: "use a weekday from 1 (Monday) to 7 (Sunday)" },
    },
    timezoneOffset: {
      type: "string",
      pattern: "^GMT[+-](0\\d|1[01]):[0-5]\\d$|^GMT[+-]12:00$",
      remedy: 'use an offset from "GMT-12:00" to "GMT+12:00"',
    },
  },
};
/**
 * A backup policy: tables 3 and 4 of the reference.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export const POLICY_SCHEMA: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["saveDays", "periodicalBackupPlan"],
  properties: {
    saveDays: { type: "integer", minimum: 1, maximum: 7, remedy: "keep backups for 1 to 7 days" },
    backupType: { type: "string", enum: ["auto", "manual"] },
    periodicalBackupPlan,
  },
};
