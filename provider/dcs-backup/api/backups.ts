import type { CallOptions, DcsClient } from "../../client/dcs-client";
import { instancePath } from "../../dcs-instance/api/paths";
import { isObject } from "../../http/exchange/json";
import { listRecords } from "../../on-instance/api/records";
import type { BackupLinks, BackupRecord, CreateBackupRequest } from "./types";

/**
 * Starts a backup and returns its id, if the answer contains it.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/backing_up_a_dcs_instance.html
 */
export async function createBackup(
  dcs: DcsClient,
  instanceId: string,
  body: CreateBackupRequest,
  options?: CallOptions,
): Promise<string | undefined> {
  const path = instancePath(instanceId, "/backups");
  const purpose = `back up the cache ${instanceId}`;
  const answer = await dcs.request<{ backup_id?: string } | undefined>(
    { method: "POST", path, body, purpose },
    options,
  );
  return answer?.backup_id || undefined;
}

/**
 * Lists all backups of an instance, those included that are deleted or expired.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/listing_dcs_instance_backup_records.html
 */
export const listBackups = (dcs: DcsClient, instanceId: string, options?: CallOptions): Promise<BackupRecord[]> =>
  listRecords(
    dcs,
    {
      path: instancePath(instanceId, "/backups"),
      purpose: `list the backups of the cache ${instanceId}`,
      key: "backup_record_response",
    },
    options,
  );

/**
 * Deletes the files of a backup. The answer is 204.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/deleting_backup_files.html
 */
export const deleteBackup = (dcs: DcsClient, instanceId: string, id: string, options?: CallOptions): Promise<void> =>
  dcs.request(
    {
      method: "DELETE",
      path: instancePath(instanceId, `/backups/${encodeURIComponent(id)}`),
      purpose: `delete the backup ${id} of the cache ${instanceId}`,
    },
    options,
  );

/**
 * Gets links to the files of a backup, one per shard.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/obtaining_the_backup_file_url.html
 *
 * @param expiration Seconds for which the links are good.
 */
export const createBackupLinks = (
  dcs: DcsClient,
  instanceId: string,
  id: string,
  expiration: number,
): Promise<BackupLinks> =>
  dcs.request({
    method: "POST",
    path: instancePath(instanceId, `/backups/${encodeURIComponent(id)}/links`),
    body: { expiration },
    purpose: `get links to the backup ${id} of the cache ${instanceId}`,
    expects: {
      holds: (body) => isObject(body) && Array.isArray(body.links),
      otherwise: "the answer contains no links",
    },
  });
