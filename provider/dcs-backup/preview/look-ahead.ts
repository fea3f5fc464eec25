import type { OfInstance } from "../../on-instance/of-instance";
import { lookAtInstance, type Seen, singleNodeFailure } from "../../on-instance/preview";
import { cacheLabel, isOf3 } from "../../on-instance/subject";
import type { Values } from "../../resource/describe/argument";
import type { Failure } from "../../resource/describe/failure";
import type { Findings, Outlook } from "../../resource/describe/resource-type";

function formatFailure({ at, subject }: Seen, { backupFormat }: Values): Failure[] {
  if (backupFormat !== "rdb" || !isOf3(subject)) return [];
  const reason = `${cacheLabel(at, subject)} is a Redis 3.0, which has backups in the format "aof" only: use "aof", or leave it out`;
  return [{ property: "backupFormat", reason }];
}

/**
 * What only the service knows about the backup: whether the instance can have it.
 *
 * @param at The instance, if it can be asked about.
 */
export async function lookAhead(
  at: OfInstance | undefined,
  inputs: Values,
  { isNew }: Pick<Outlook, "isNew">,
): Promise<Findings> {
  if (!at) return { failures: [], lines: [] };
  const { failures, warning } = await lookAtInstance(at, isNew, (seen) => [
    ...singleNodeFailure(seen),
    ...formatFailure(seen, inputs),
  ]);
  return { failures, lines: [], warning };
}
