import type { BackupRecord } from "../../../provider/dcs-backup/api/types";
import { dcsBackup } from "../../../provider/dcs-backup/resource";
import type { RestoreRecord } from "../../../provider/dcs-restore/api/types";
import { dcsRestore } from "../../../provider/dcs-restore/resource";
import { type OfInstance, ofInstance } from "../../../provider/on-instance/of-instance";
import { type Methods, methodsOf } from "../../../provider/resource/methods";
import { ID } from "./inputs";
import { type Scripted, scripted } from "./scripted";

const instance = `/v2/{project_id}/instances/${ID}`;

export const SUBJECT = `GET ${instance}` as const;
export const BACKUPS = `GET ${instance}/backups` as const;
export const BACK_UP = `POST ${instance}/backups` as const;
export const RESTORES = `GET ${instance}/restores` as const;
export const RESTORE = `POST ${instance}/restores` as const;

export const BACKUP = "aaaaaaaa-1111-4222-8333-444444444444";
export const OTHER_BACKUP = "bbbbbbbb-1111-4222-8333-444444444444";
const RESTORE_ID = "cccccccc-1111-4222-8333-444444444444";

export const deletionOf = (id: string) => `DELETE ${instance}/backups/${id}` as const;

/** The instance as version 2 shows it. */
export const subject = (patch: object = {}) => ({
  instance_id: ID,
  name: "sessions",
  status: "RUNNING",
  task: null,
  cache_mode: "ha",
  engine_version: "6.0",
  ...patch,
});

export const backup = (patch: Partial<BackupRecord> = {}): BackupRecord => ({
  backup_id: BACKUP,
  instance_id: ID,
  backup_name: "backup_20240115090000",
  backup_type: "manual",
  status: "succeed",
  progress: "100.00",
  size: 880_232,
  remark: null,
  period: {},
  created_at: "2024-01-15T09:00:00.100Z",
  execution_at: "2024-01-15T09:00:00.200Z",
  updated_at: "2024-01-15T09:10:00.000Z",
  error_code: {},
  is_support_restore: "TRUE",
  backup_format: "RDB",
  ...patch,
});

export const restore = (patch: Partial<RestoreRecord> = {}): RestoreRecord => ({
  restore_id: RESTORE_ID,
  backup_id: BACKUP,
  restore_name: "restore_20240115100000",
  backup_name: "backup_20240115090000",
  restore_remark: null,
  status: "succeed",
  progress: "100.00",
  created_at: "2024-01-15T10:00:00.100Z",
  updated_at: "2024-01-15T10:10:00.000Z",
  error_code: {},
  ...patch,
});

export const backupList = (...all: BackupRecord[]) => ({ backup_record_response: all, total_num: all.length });

export const restoreList = (...all: RestoreRecord[]) => ({ restore_record_response: all, total_num: all.length });

type Script = Parameters<typeof scripted>[0];

interface Played {
  readonly methods: Methods;
  readonly dcs: Scripted;
}

const played = (script: Script, make: (at: OfInstance) => Methods): Played => {
  const dcs = scripted({ [SUBJECT]: [subject()], ...script });
  return { dcs, methods: make(ofInstance(dcs, ID)) };
};

/** The instance, at a service that answers by the script. */
export const instanceIn = (script: Script): OfInstance =>
  ofInstance(scripted({ [SUBJECT]: [subject()], ...script }), ID);

/** The methods of backups, at a service that answers by the script. */
export const backups = (script: Script): Played =>
  played(script, (at) => methodsOf({ ...dcsBackup, connect: () => at }));

/** The same of restores. */
export const restores = (script: Script): Played =>
  played(script, (at) => methodsOf({ ...dcsRestore, connect: () => at }));
