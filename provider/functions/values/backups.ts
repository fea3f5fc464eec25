import type { PlaceArgs } from "./place";

export interface GetBackupsArgs extends PlaceArgs {
  /** Id of the cache. */
  instanceId: string;
}

/** A backup as the service lists it. */
export interface Backup {
  readonly id: string;
  /** Name that the service gave it, e.g. `backup_20240115090000`. */
  readonly name?: string;
  /** `manual` or `auto`. */
  readonly type?: string;
  /** `waiting`, `backuping`, `succeed` or `failed`. */
  readonly status: string;
  /** Whether the cache can be restored from it: it succeeded, and the cache was not scaled since. */
  readonly restorable: boolean;
  /** `aof` or `rdb`. */
  readonly backupFormat?: string;
  /** Bytes. */
  readonly size?: number;
  readonly remark?: string;
  /** UTC, e.g. `2024-01-15T08:30:00.297Z`. */
  readonly createdAt?: string;
  /** Why it failed, in words. */
  readonly failure?: string;
}

export interface GetBackupLinksArgs extends PlaceArgs {
  /** Id of the cache. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** Seconds for which the links are good, 300 to 86,400. Default: 3,600. */
  expiration?: number;
}

export interface BackupLinks {
  readonly filePath?: string;
  readonly bucketName?: string;
  /** One file per shard. Whoever has a link can download the file. */
  readonly links: readonly { readonly fileName: string; readonly link: string }[];
}
