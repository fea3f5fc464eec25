import { ServiceError } from "../../../service/errors";
import { isWholeNumber } from "../../../service/values";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { instanceOf } from "../instances/instances";
import { backupOf } from "./backups";

const bucket = "dcs-local-backups";

/** A link to the file of a backup. The local DCS keeps all shards of an instance in one server, so there is one file. */
export function offerBackup(call: Call): Answer {
  const instance = instanceOf(call);
  const { expiration } = jsonBody(call);
  if (!isWholeNumber(expiration, 300, 86_400)) throw new ServiceError(4063, "expiration");
  const backup = backupOf(instance, call.params.backup);
  if (backup.status !== "succeed") throw new ServiceError(4087);
  const stamp = backup.createdAt.replace(/\D/g, "").slice(0, 14);
  const fileName = `${instance.ip}-${instance.port}_0-16383_${stamp}.${backup.format.toLowerCase()}`;
  const link = call.world.downloads.offer(bucket, { fileName, content: backup.data }, Number(expiration) * 1000);
  return ok({
    file_path: `${instance.id}/${backup.name}`,
    bucket_name: bucket,
    links: [{ file_name: fileName, link }],
  });
}
