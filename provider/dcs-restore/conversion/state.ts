import { orNone } from "../../dcs-instance/values/served";
import type { OfInstance } from "../../on-instance/of-instance";
import type { Values } from "../../resource/describe/argument";
import type { RestoreRecord } from "../api/types";

/** Outputs that are no arguments. */
const OUTPUTS: Readonly<Record<string, (record: RestoreRecord) => unknown>> = {
  name: ({ restore_name: name }) => orNone(name),
  backupName: ({ backup_name: name }) => orNone(name),
  status: ({ status }) => status,
  progress: ({ progress }) => orNone(progress)?.toString(),
  createdAt: ({ created_at: at }) => orNone(at),
  updatedAt: ({ updated_at: at }) => orNone(at),
};

export const OUTPUT_NAMES = Object.keys(OUTPUTS);

/** The state of a restore. Arguments are written as declared if the record has nothing else. */
export async function toState(at: OfInstance, declared: Values, record: RestoreRecord): Promise<Values> {
  const outputs = Object.entries(OUTPUTS).map(([name, read]) => [name, read(record)]);
  return {
    ...declared,
    ...Object.fromEntries(outputs),
    instanceId: declared.instanceId ?? at.instanceId,
    backupId: declared.backupId ?? orNone(record.backup_id),
    remark: orNone(record.restore_remark),
    region: at.region,
    projectId: await at.projectId(),
  };
}
