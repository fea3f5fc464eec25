import type { CallOptions, DcsClient } from "../../client/dcs-client";
import { instancePath } from "../../dcs-instance/api/paths";
import { listRecords } from "../../on-instance/api/records";
import type { RestoreRecord, RestoreRequest } from "./types";

/**
 * Starts to restore an instance from a backup and returns the id of the restore, if the answer contains it.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/restoring_a_dcs_instance.html
 */
export async function startRestore(
  dcs: DcsClient,
  instanceId: string,
  body: RestoreRequest,
  options?: CallOptions,
): Promise<string | undefined> {
  const path = instancePath(instanceId, "/restores");
  const purpose = `restore the cache ${instanceId} from the backup ${body.backup_id}`;
  const answer = await dcs.request<{ restore_id?: string } | undefined>(
    { method: "POST", path, body, purpose },
    options,
  );
  return answer?.restore_id || undefined;
}

/**
 * Lists all restores of an instance.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/backup_and_restoration/querying_dcs_instance_restoration_records.html
 */
export const listRestores = (dcs: DcsClient, instanceId: string, options?: CallOptions): Promise<RestoreRecord[]> =>
  listRecords(
    dcs,
    {
      path: instancePath(instanceId, "/restores"),
      purpose: `list the restores of the cache ${instanceId}`,
      key: "restore_record_response",
    },
    options,
  );
