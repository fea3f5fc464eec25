import type { Generation } from "../../../catalogue/edition";
import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject, requireUuid } from "../../../service/values";
import type { BackupPolicy, InstanceRecord } from "../../../world/records/instance-record";
import { readBackupPolicy } from "../fields/backup-policy";
import { checkDescription, checkName, checkWindow } from "../fields/common";

export interface Changes {
  readonly name?: string;
  readonly description?: string;
  readonly policy?: BackupPolicy;
  readonly window?: { readonly begin: string; readonly end: string };
  readonly securityGroupId?: string;
}

const changeable: ReadonlySet<string> = new Set([
  "name",
  "description",
  "instance_backup_policy",
  "maintain_begin",
  "maintain_end",
  "security_group_id",
]);

/** Checks a modification; what is absent or `null` stays as it is, an empty description clears, `{}` changes nothing. */
export function checkModify(body: JsonObject, instance: InstanceRecord, generation: Generation): Changes {
  const undocumented = Object.keys(body).find((field) => !changeable.has(field));
  if (undocumented !== undefined) throw new ServiceError(4062, undocumented);
  const policy = readBackupPolicy(body.instance_backup_policy, instance.product, true);
  const windowGiven = !isUnset(body.maintain_begin) || !isUnset(body.maintain_end);
  const groupGiven = !isUnset(body.security_group_id);
  if (groupGiven && instance.engineVersion !== "3.0") throw new ServiceError(4062, "security_group_id");
  return {
    name: isUnset(body.name) ? undefined : checkName(body.name),
    description: checkDescription(body.description) ?? undefined,
    policy: policy ?? undefined,
    window: windowGiven ? checkWindow(body, generation) : undefined,
    securityGroupId: groupGiven ? requireUuid(body.security_group_id, 4014) : undefined,
  };
}
