import type { SchemaObject } from "ajv";
import { replace, uuid } from "../../dcs-instance/arguments/row/instance-argument";
import { lowerCase, sameBy } from "../../dcs-instance/values/meanings";
import { adoptArgument, PLACE_ARGUMENTS, remarkArgument } from "../../on-instance/place-arguments";
import type { Arguments } from "../../resource/describe/argument";
import { LIFECYCLE_ARGUMENTS } from "../../resource/describe/lifecycle-arguments";

const DONE = "belongs to a restore that is done";

/** Every argument of a restore, in the order in which messages name them. */
export const RESTORE_ARGUMENTS = {
  ...PLACE_ARGUMENTS,
  backupId: {
    schema: uuid(
      "id of the backup",
      "in a program `backup.id`, or `backup.backupId` of one read by `DcsBackup.get`; DCS console, Backups & Restorations of the instance",
    ),
    change: replace(DONE),
    same: sameBy("backupId", lowerCase),
  },
  remark: remarkArgument(DONE),
  triggers: {
    schema: {
      type: "array",
      items: { type: ["string", "number", "boolean"] },
      remedy: "use a list of texts, numbers and booleans",
    },
    change: replace("asks for another restore"),
  },
  adoptRestoreId: adoptArgument("restore"),
  ...LIFECYCLE_ARGUMENTS,
} as const satisfies Arguments;

export const RESTORE_SCHEMA: SchemaObject = {
  $id: "DcsRestore",
  type: "object",
  additionalProperties: false,
  required: ["instanceId", "backupId"],
  properties: Object.fromEntries(Object.entries(RESTORE_ARGUMENTS).map(([name, { schema }]) => [name, schema])),
};
