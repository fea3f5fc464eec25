import { isBusy, isNotFound } from "../client/dcs-errors";
import { readInstanceV2 } from "../dcs-instance/api/features/v2-instance";
import { belongsToInstance } from "../on-instance/describe";
import type { OfInstance } from "../on-instance/of-instance";
import { instanceAhead } from "../on-instance/preview";
import { isGoneForGood, Unlisted } from "../on-instance/unlisted";
import type { ResourceType } from "../resource/describe/resource-type";
import { isDone, STATUSES, sightingOf } from "./api/statuses";
import type { RestoreRecord } from "./api/types";
import { RESTORE_ARGUMENTS, RESTORE_SCHEMA } from "./arguments/restore-arguments";
import { toState } from "./conversion/state";
import { create } from "./create/create";
import { lookAhead } from "./preview/look-ahead";
import { restoresOf } from "./restores-of";

const minutes = (count: number): number => count * 60_000;

/** The description of a restore. The kit makes the provider's methods from it. */
export const dcsRestore: ResourceType<OfInstance, RestoreRecord> = {
  noun: "restore",
  lost: "the data that its cache has by then",
  replacement: "restores again, which overwrites all data of its cache",
  schema: RESTORE_SCHEMA,
  arguments: RESTORE_ARGUMENTS,
  steps: {},
  statuses: STATUSES,
  timeouts: { create: minutes(60), update: minutes(60), delete: minutes(30) },
  newComesFirst: true,

  // There is no call to delete a restore.
  calls: {
    async read(at, id, within) {
      const record = (await restoresOf(at, within?.deadline)).find(({ restore_id: each }) => each === id);
      if (!record) throw new Unlisted("restore", id);
      return record;
    },
    list: async (at, within) => (await restoresOf(at, within?.deadline)).map(sightingOf),
    sightingOf,
    isNotFound: isGoneForGood,
    isBusy,
  },

  ...belongsToInstance("restore"),
  lookAhead: (run, inputs, outlook) => lookAhead(instanceAhead(run, inputs), inputs, outlook),
  toState,
  create,

  // If it left the state, the next update would overwrite the data once more, only because a record has grown old.
  async outlives(at, { status }) {
    if (!isDone(status)) return false;
    return readInstanceV2(at, at.instanceId).then(
      () => true,
      (error) => {
        if (isNotFound(error)) return false;
        throw error;
      },
    );
  },
};
