import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Backup, GetBackupsArgs } from "../values/backups";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetBackupsArgs, Backup[]>(
  "getBackups",
  () => require("../work/instance/get-backups") as typeof import("../work/instance/get-backups"),
);

/**
 * Lists the backups of a cache that exist, manual and automatic ones, the newest first.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/listing_dcs_instance_backup_records.html
 */
export const getBackups: (args: GetBackupsArgs) => Promise<Backup[]> = plain;

/** {@link getBackups} with values that may come from resources. */
export const getBackupsOutput: (args: Inputs<GetBackupsArgs>) => pulumi.Output<Backup[]> = output;
