import { isBusy } from "../client/dcs-errors";
import { targetOf } from "../dcs-instance/arguments/place/target";
import { belongsToInstance } from "../on-instance/describe";
import type { OfInstance } from "../on-instance/of-instance";
import { instanceAhead } from "../on-instance/preview";
import { isGoneForGood, Unlisted } from "../on-instance/unlisted";
import { configuration } from "../process/configuration";
import type { ResourceType } from "../resource/describe/resource-type";
import { deleteBackup } from "./api/backups";
import { STATUSES, sightingOf } from "./api/statuses";
import type { BackupRecord } from "./api/types";
import { BACKUP_ARGUMENTS, BACKUP_SCHEMA } from "./arguments/backup-arguments";
import { backupsOf } from "./backups-of";
import { toState } from "./conversion/state";
import { create } from "./create/create";
import { lookAhead } from "./preview/look-ahead";

const minutes = (count: number): number => count * 60_000;

/** The description of a backup. The kit makes the provider's methods from it. */
export const dcsBackup: ResourceType<OfInstance, BackupRecord> = {
  noun: "backup",
  lost: "the data in it",
  schema: BACKUP_SCHEMA,
  arguments: BACKUP_ARGUMENTS,
  steps: {},
  statuses: STATUSES,
  timeouts: { create: minutes(60), update: minutes(60), delete: minutes(30) },
  newComesFirst: true,

  calls: {
    async read(at, id, within) {
      const record = (await backupsOf(at, within?.deadline)).find(({ backup_id: each }) => each === id);
      if (!record) throw new Unlisted("backup", id);
      return record;
    },
    delete: (at, id, within) => deleteBackup(at, at.instanceId, id, within),
    list: async (at, within) => (await backupsOf(at, within?.deadline)).map(sightingOf),
    sightingOf,
    isNotFound: isGoneForGood,
    isBusy,
  },

  ...belongsToInstance("backup"),

  withDefaults(run, inputs) {
    const { deletionProtection } = configuration(run, targetOf(inputs)).settings;
    return { ...(deletionProtection ? { deletionProtection } : {}), ...inputs };
  },
  lookAhead: (run, inputs, outlook) => lookAhead(instanceAhead(run, inputs), inputs, outlook),
  toState,
  create,
};
