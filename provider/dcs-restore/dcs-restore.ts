import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource, type DynamicType, optionArguments } from "../resource/dynamic-resource";
import { propertiesOf } from "../resource/properties";
import { RESTORE_ARGUMENTS } from "./arguments/restore-arguments";
import { OUTPUT_NAMES } from "./conversion/state";
import type { DcsRestoreArgs } from "./values/args";

const TYPE: DynamicType = {
  name: "DcsRestore",
  module: "pulumi-otc-dcs/dcs-restore/v1",
  properties: propertiesOf(RESTORE_ARGUMENTS, OUTPUT_NAMES),
  secrets: [],
};

/**
 * A restore of a cache from one of its backups. It **overwrites all data of the cache**, which serves no reads and writes
 * meanwhile; preview says so in a line.
 *
 * It happens once, when the resource is created; a change of any argument, e.g. of `triggers`, restores again. Deleting the
 * resource does nothing to the cache. The option `customTimeouts` sets time limits; by default a create may take 60 minutes.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/restoring_a_dcs_instance.html
 *
 * @example
 * new DcsRestore("back", { instanceId: cache.id, backupId: backup.id });
 */
export class DcsRestore extends DynamicResource {
  /** Id of the cache. */
  declare readonly instanceId: pulumi.Output<string>;
  /** Id of the backup. */
  declare readonly backupId: pulumi.Output<string>;
  /** Free text. */
  declare readonly remark: pulumi.Output<string | undefined>;
  /** Values that ask for another restore when they change. */
  declare readonly triggers: pulumi.Output<(string | number | boolean)[] | undefined>;
  /** Name that the service gave it, e.g. `restore_20240115090000`. */
  declare readonly name: pulumi.Output<string | undefined>;
  /** Name of the backup. */
  declare readonly backupName: pulumi.Output<string | undefined>;
  /** `succeed` once it is done. */
  declare readonly status: pulumi.Output<string>;
  /** Per cent, `100.00` once it is done. */
  declare readonly progress: pulumi.Output<string | undefined>;
  /** When it was ordered, UTC, e.g. `2024-01-15T08:30:00.297Z`. */
  declare readonly createdAt: pulumi.Output<string | undefined>;
  /** When it was finished, UTC. */
  declare readonly updatedAt: pulumi.Output<string | undefined>;
  /** Region of the cache. */
  declare readonly region: pulumi.Output<string>;
  /** Project of the cache. */
  declare readonly projectId: pulumi.Output<string>;
  /** Whether another restore is refused. */
  declare readonly deletionProtection: pulumi.Output<boolean | undefined>;
  /** Whether a difference that only the service shows may restore again. */
  declare readonly replaceOnDrift: pulumi.Output<boolean | undefined>;

  /**
   * @param name Name of the resource in the program.
   * @param args What to restore, and from what.
   */
  constructor(name: string, args: DcsRestoreArgs, opts: pulumi.CustomResourceOptions = {}) {
    super(TYPE, name, () => ({ ...args, ...optionArguments(opts) }), opts);
  }
}
