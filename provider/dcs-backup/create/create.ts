import type { OfInstance } from "../../on-instance/of-instance";
import { orderOnce } from "../../on-instance/order/order";
import { inTurn } from "../../on-instance/turns";
import type { Values } from "../../resource/describe/argument";
import type { Operations } from "../../resource/describe/operations";
import type { Created } from "../../resource/describe/resource-type";
import { createBackup } from "../api/backups";
import { isSuccessful, isUnfinished } from "../api/statuses";
import type { BackupRecord } from "../api/types";
import { BACKUP_ARGUMENTS } from "../arguments/backup-arguments";
import { backupsOf } from "../backups-of";

// The service gives an automatic backup no remark. Without a declared format any will do.
const matches =
  ({ remark = "", backupFormat }: Values) =>
  ({ backup_type: type, remark: noted, backup_format: format }: BackupRecord): boolean =>
    (type ?? "manual") === "manual" &&
    (noted ?? "") === remark &&
    (!backupFormat || !format || format.toLowerCase() === backupFormat);

/** After an interrupted run, the next one mostly follows within this time. */
const DOUBTFUL_FOR = 60 * 60_000;

/** Backs the instance up when it is free, and waits until the backup is made. */
export const create = (operations: Operations<BackupRecord>, at: OfInstance, inputs: Values): Promise<Created> =>
  inTurn(at, async () => {
    const { limit } = operations;
    const limits = { limit, deadline: Date.now() + limit };
    const body = { remark: inputs.remark as string, backup_format: inputs.backupFormat as string };
    const id = await orderOnce(
      at,
      {
        noun: "backup",
        arguments: BACKUP_ARGUMENTS,
        adopt: { argument: "adoptBackupId", id: inputs.adoptBackupId as string | undefined },
        doubtfulFor: DOUBTFUL_FOR,
        secondMeans: "",
        send: (options) => createBackup(at, at.instanceId, body, options),
        list: async ({ deadline }) =>
          (await backupsOf(at, deadline)).filter(matches(inputs)).map((record) => ({
            id: record.backup_id,
            createdAt: record.created_at ?? undefined,
            isUnfinished: isUnfinished(record),
            isDone: isSuccessful(record),
          })),
      },
      operations,
      limits,
    );
    return { id, state: await operations.waitUntilCreated(id, inputs, limits) };
  });
