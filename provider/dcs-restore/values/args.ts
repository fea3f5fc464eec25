import type { Input } from "@pulumi/pulumi";

/**
 * Arguments of a {@link DcsRestore}.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/restoring_a_dcs_instance.html
 */
export interface DcsRestoreArgs {
  /** Id of the cache to restore, `cache.id`. All its data are overwritten. A change restores again. */
  instanceId: Input<string>;
  /** Id of a backup of this very cache, `backup.id`. A change restores again. */
  backupId: Input<string>;
  /** Free text of up to 128 characters. Default: empty. A change restores again. */
  remark?: Input<string>;
  /** Any values; when one changes, the cache is restored again. They are shown at preview, so they must not be secret. */
  triggers?: Input<Input<string | number | boolean>[]>;
  /**
   * Id of a restore of the cache that was done already, e.g. by a run that was cut off: it is taken over, and the cache is
   * not restored again. Its backup and remark must be the declared ones. It matters only at creation. Default: none.
   */
  adoptRestoreId?: Input<string>;
  /** Region of the cache. Default: the configured one. A change restores again. */
  region?: Input<string>;
  /** Id of the project of the cache. Default: the configured one. A change restores again. */
  projectId?: Input<string>;
  /** `true`: a change that would restore again fails at preview. Default: `false`. */
  deletionProtection?: Input<boolean>;
  /** `true`: a difference that only the service shows may restore again. Default: `false`. */
  replaceOnDrift?: Input<boolean>;
}
