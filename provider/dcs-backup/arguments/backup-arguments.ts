import type { SchemaObject } from "ajv";
import { chosen, replace } from "../../dcs-instance/arguments/row/instance-argument";
import { lowerCase, sameBy } from "../../dcs-instance/values/meanings";
import { adoptArgument, PLACE_ARGUMENTS, remarkArgument } from "../../on-instance/place-arguments";
import type { Arguments } from "../../resource/describe/argument";
import { LIFECYCLE_ARGUMENTS } from "../../resource/describe/lifecycle-arguments";

const FIXED = "is fixed when the backup is made";

/** Every argument of a backup, in the order in which messages name them. */
export const BACKUP_ARGUMENTS = {
  ...PLACE_ARGUMENTS,
  remark: remarkArgument(FIXED),
  backupFormat: {
    schema: { type: "string", enum: ["aof", "rdb"] },
    change: chosen(replace(FIXED)),
    same: sameBy("backupFormat", lowerCase),
  },
  adoptBackupId: adoptArgument("backup"),
  ...LIFECYCLE_ARGUMENTS,
} as const satisfies Arguments;

export const BACKUP_SCHEMA: SchemaObject = {
  $id: "DcsBackup",
  type: "object",
  additionalProperties: false,
  required: ["instanceId"],
  properties: Object.fromEntries(Object.entries(BACKUP_ARGUMENTS).map(([name, { schema }]) => [name, schema])),
};
