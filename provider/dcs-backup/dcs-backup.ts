import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource, type DynamicType, optionArguments } from "../resource/dynamic-resource";
import { propertiesOf } from "../resource/properties";
import { BACKUP_ARGUMENTS } from "./arguments/backup-arguments";
import { OUTPUT_NAMES } from "./conversion/state";
import type { DcsBackupArgs } from "./values/args";

const TYPE: DynamicType = {
  name: "DcsBackup",
  module: "pulumi-otc-dcs/dcs-backup/v1",
  properties: propertiesOf(BACKUP_ARGUMENTS, OUTPUT_NAMES),
  secrets: [],
};

/**
 * A backup of a cache: made when the resource is created, kept, and deleted with the resource.
 *
 * If the cache is busy, the backup waits until it is free. The service keeps the 24 newest backups of a cache, manual and
 * automatic ones together, and deletes all of them with their cache; a backup that is gone leaves the state at the next
 * refresh. A change of any argument makes a new backup, then deletes the old one. The option `customTimeouts` sets time
 * limits; by default a create may take 60 minutes, a delete 30.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/backing_up_a_dcs_instance.html
 *
 * @example
 * const backup = new DcsBackup("before-migration", { instanceId: cache.id, remark: "before the migration" });
 */
export class DcsBackup extends DynamicResource {
  /** Id of the cache. */
  declare readonly instanceId: pulumi.Output<string>;
  /** Free text. */
  declare readonly remark: pulumi.Output<string | undefined>;
  /** `aof` or `rdb`. */
  declare readonly backupFormat: pulumi.Output<string | undefined>;
  /** Id of the backup. It is also the resource's `id`, unless the resource was read by {@link DcsBackup.get}. */
  declare readonly backupId: pulumi.Output<string>;
  /** Name that the service gave it, e.g. `backup_20240115090000`. */
  declare readonly name: pulumi.Output<string | undefined>;
  /** `manual`. */
  declare readonly type: pulumi.Output<string | undefined>;
  /** `succeed` once it is made. */
  declare readonly status: pulumi.Output<string>;
  /** Per cent, `100.00` once it is made. */
  declare readonly progress: pulumi.Output<string | undefined>;
  /** Size of its files in bytes. */
  declare readonly size: pulumi.Output<number | undefined>;
  /** Time of day of an automatic backup. */
  declare readonly period: pulumi.Output<string | undefined>;
  /** When it was ordered, UTC, e.g. `2024-01-15T08:30:00.297Z`. */
  declare readonly createdAt: pulumi.Output<string | undefined>;
  /** When it was begun, UTC. */
  declare readonly executedAt: pulumi.Output<string | undefined>;
  /** When it was finished, UTC. */
  declare readonly updatedAt: pulumi.Output<string | undefined>;
  /** Region it lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project it lives in. */
  declare readonly projectId: pulumi.Output<string>;
  /** Whether its deletion and replacement are refused. */
  declare readonly deletionProtection: pulumi.Output<boolean | undefined>;
  /** Whether a difference that only the service shows may replace it. */
  declare readonly replaceOnDrift: pulumi.Output<boolean | undefined>;

  /**
   * Reads an existing backup without managing it.
   *
   * @param id `<id of the cache>/<id of the backup>`: the service finds a backup only with its cache. The resource keeps
   *   this `id`; its `backupId` is the id of the backup.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): DcsBackup {
    return new DcsBackup(name, undefined, { ...opts, id });
  }

  /**
   * @param name Name of the resource in the program.
   * @param args What to back up. Left out only by {@link DcsBackup.get}.
   */
  constructor(name: string, args: DcsBackupArgs | undefined, opts: pulumi.CustomResourceOptions = {}) {
    super(TYPE, name, () => (opts.id === undefined ? declaration(name, args, opts) : {}), opts);
  }
}

function declaration(name: string, args: DcsBackupArgs | undefined, opts: pulumi.CustomResourceOptions): pulumi.Inputs {
  if (args === undefined) throw new Error(`DcsBackup "${name}" needs arguments`);
  return { ...args, ...optionArguments(opts) };
}
