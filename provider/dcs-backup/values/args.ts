import type { Input } from "@pulumi/pulumi";

/**
 * Arguments of a {@link DcsBackup}.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/backing_up_a_dcs_instance.html
 */
export interface DcsBackupArgs {
  /** Id of the cache to back up, `cache.id`. Single nodes have no backups. A change replaces. */
  instanceId: Input<string>;
  /** Free text of up to 128 characters. Default: empty. A change replaces. */
  remark?: Input<string>;
  /** `"aof"` or `"rdb"`; on 3.0 only `"aof"`. Default: what the service chooses. A change replaces. */
  backupFormat?: Input<string>;
  /**
   * Id of a backup of the cache to take over instead of making one, e.g. of a run that was cut off. Its remark and format
   * must be the declared ones. It matters only at creation. Default: none.
   */
  adoptBackupId?: Input<string>;
  /** Region of the cache. Default: the configured one. A change replaces. */
  region?: Input<string>;
  /** Id of the project of the cache. Default: the configured one. A change replaces. */
  projectId?: Input<string>;
  /**
   * `true`: the backup is neither replaced nor deleted until it is `false`; a cache that is deleted takes its backups
   * along all the same. Default: `otc:deletionProtection`, else `false`.
   */
  deletionProtection?: Input<boolean>;
  /** `true`: a difference that only the service shows may replace the backup. Default: `false`. */
  replaceOnDrift?: Input<boolean>;
}
