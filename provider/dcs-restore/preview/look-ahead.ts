import { isGone, isSuccessful, isUnfinished, isUsable } from "../../dcs-backup/api/statuses";
import type { BackupRecord } from "../../dcs-backup/api/types";
import { allBackupsOf } from "../../dcs-backup/backups-of";
import type { InstanceV2 } from "../../dcs-instance/api/features/v2-instance";
import type { OfInstance } from "../../on-instance/of-instance";
import { lookAtInstance, type Seen, singleNodeFailure } from "../../on-instance/preview";
import { cacheLabel } from "../../on-instance/subject";
import { isSame, type Values } from "../../resource/describe/argument";
import type { Failure } from "../../resource/describe/failure";
import type { Findings, Outlook } from "../../resource/describe/resource-type";
import { isUnknown } from "../../resource/describe/unknown";
import { RESTORE_ARGUMENTS } from "../arguments/restore-arguments";

const known = (value: unknown): value is string => typeof value === "string" && !isUnknown(value);

/** The line that announces a restore. */
export function announcement({ instanceId, backupId }: Values, subject?: InstanceV2): string {
  const cache = known(instanceId) ? cacheLabel({ instanceId }, subject) : "its cache";
  const backup = known(backupId) ? `backup ${backupId}` : "a backup";
  return `restore from ${backup}: overwrites all data of ${cache}, which serves no reads and writes meanwhile`;
}

/** Why a backup cannot be restored, and what to do. One that is still being made is waited for. */
function unfit(record: BackupRecord | undefined, cache: string, usable: readonly BackupRecord[]): string | undefined {
  const [newest] = usable;
  const instead = newest
    ? `the newest that can be restored is ${newest.backup_id} (created ${newest.created_at})`
    : "it has none that can be restored: make one with DcsBackup";
  if (!record) return `is no backup of ${cache}, and a cache takes only backups of its own; ${instead}`;
  if (isGone(record)) return `is ${record.status}: the service no longer has it; ${instead}`;
  if (isUnfinished(record)) return undefined;
  if (!isSuccessful(record)) return `ended as ${record.status} (DCS.4087); ${instead}`;
  return isUsable(record)
    ? undefined
    : `is older than the last scaling of ${cache}, so it cannot be restored; ${instead}`;
}

async function backupFailure({ at, subject }: Seen, backupId: unknown): Promise<Failure[]> {
  if (!known(backupId)) return [];
  const all = await allBackupsOf(at);
  const usable = all
    .filter((record) => isSuccessful(record) && isUsable(record))
    .sort((a, b) => Date.parse(b.created_at ?? "") - Date.parse(a.created_at ?? ""));
  const record = all.find(({ backup_id: id }) => id.toLowerCase() === backupId.toLowerCase());
  const reason = unfit(record, cacheLabel(at, subject), usable);
  return reason === undefined ? [] : [{ property: "backupId", reason: `${backupId} ${reason}` }];
}

/** A restore that is done does not need its backup any more. */
const isDone = (olds: Values, inputs: Values): boolean =>
  Object.keys(olds).length > 0 &&
  ["instanceId", "backupId", "triggers"].every((name) => isSame(RESTORE_ARGUMENTS, name, olds, inputs));

/**
 * What only the service knows about the restore: whether the instance can be restored from the backup.
 *
 * @param at The instance, if it can be asked about.
 */
export async function lookAhead(
  at: OfInstance | undefined,
  inputs: Values,
  { isNew, olds }: Pick<Outlook, "isNew" | "olds">,
): Promise<Findings> {
  const lines = (subject?: InstanceV2) => (isNew ? [announcement(inputs, subject)] : []);
  if (!at || isDone(olds, inputs)) return { failures: [], lines: lines() };
  const { failures, warning, subject } = await lookAtInstance(at, isNew, async (seen) => {
    const single = singleNodeFailure(seen);
    return single.length > 0 ? single : backupFailure(seen, inputs.backupId);
  });
  return { failures, lines: lines(subject), warning };
}
