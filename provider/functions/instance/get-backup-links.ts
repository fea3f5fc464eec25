import * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { BackupLinks, GetBackupLinksArgs } from "../values/backups";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetBackupLinksArgs, BackupLinks>(
  "getBackupLinks",
  () => require("../work/instance/get-backup-links") as typeof import("../work/instance/get-backup-links"),
);

/**
 * Gets links from which the files of a backup can be downloaded. Each call makes new ones. Anybody can use a link, so treat
 * it as a secret.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/obtaining_the_backup_file_url.html
 */
export const getBackupLinks: (args: GetBackupLinksArgs) => Promise<BackupLinks> = plain;

/** {@link getBackupLinks} with values that may come from resources. The links are secret. */
export const getBackupLinksOutput = (args: Inputs<GetBackupLinksArgs>): pulumi.Output<BackupLinks> =>
  pulumi.secret(output(args));
