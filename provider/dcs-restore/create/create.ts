import { readInstanceV2 } from "../../dcs-instance/api/features/v2-instance";
import { pause } from "../../http/retry/pause";
import type { OfInstance } from "../../on-instance/of-instance";
import { type Limits, orderOnce } from "../../on-instance/order/order";
import { cacheLabel, isDown, occupationOf } from "../../on-instance/subject";
import { inTurn } from "../../on-instance/turns";
import type { Values } from "../../resource/describe/argument";
import type { Operations } from "../../resource/describe/operations";
import type { Created } from "../../resource/describe/resource-type";
import { messageOf, PartialFailure } from "../../resource/state/partial-failure";
import { formatDuration } from "../../resource/wait/duration";
import { nextInterval } from "../../resource/wait/wait-policy";
import { startRestore } from "../api/restores";
import { isDone, isUnfinished } from "../api/statuses";
import type { RestoreRecord } from "../api/types";
import { RESTORE_ARGUMENTS } from "../arguments/restore-arguments";
import { restoresOf } from "../restores-of";

const matches =
  ({ backupId, remark = "" }: Values) =>
  ({ backup_id: from, restore_remark: noted }: RestoreRecord): boolean =>
    from?.toLowerCase() === String(backupId).toLowerCase() && (noted ?? "") === remark;

/** Restores the instance when it is free, and waits until the restore is done and the instance serves again. */
export const create = (operations: Operations<RestoreRecord>, at: OfInstance, inputs: Values): Promise<Created> =>
  inTurn(at, async () => {
    const { limit } = operations;
    const limits = { limit, deadline: Date.now() + limit };
    const body = { backup_id: inputs.backupId as string, remark: inputs.remark as string };
    const id = await orderOnce(
      at,
      {
        noun: "restore",
        arguments: RESTORE_ARGUMENTS,
        adopt: { argument: "adoptRestoreId", id: inputs.adoptRestoreId as string | undefined },
        doubtfulFor: Number.POSITIVE_INFINITY,
        secondMeans: ", which overwrites all data once more",
        send: (options) => startRestore(at, at.instanceId, body, options),
        list: async ({ deadline }) =>
          (await restoresOf(at, deadline)).filter(matches(inputs)).map((record) => ({
            id: record.restore_id,
            createdAt: record.created_at ?? undefined,
            isUnfinished: isUnfinished(record),
            isDone: isDone(record.status),
          })),
      },
      operations,
      limits,
    );
    const state = await operations.waitUntilCreated(id, inputs, limits);
    try {
      await untilServing(at, limits);
    } catch (error) {
      throw new PartialFailure(id, state, `the restore is done, but ${messageOf(error)}`);
    }
    return { id, state };
  });

/** The record may end a moment before the instance accepts calls again. */
async function untilServing(at: OfInstance, { deadline, limit }: Limits): Promise<void> {
  for (const since = Date.now(); ; ) {
    const subject = await readInstanceV2(at, at.instanceId, { deadline: Math.max(deadline, since + 60_000) });
    const occupation = occupationOf(subject);
    if (occupation === undefined) return;
    const rest = nextInterval(Date.now() - since);
    if (isDown(subject) || Date.now() + rest > deadline)
      throw new Error(
        `${cacheLabel(at, subject)} does not serve again after ${formatDuration(limit)}: it is ${occupation}`,
      );
    await pause(rest);
  }
}
