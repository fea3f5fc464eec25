import { orNone } from "../../dcs-instance/values/served";
import type { OfInstance } from "../../on-instance/of-instance";
import type { Values } from "../../resource/describe/argument";
import type { BackupRecord } from "../api/types";

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? orNone(value) : undefined);

/** Outputs that are no arguments. What changes by itself or with the instance is not among them. */
const OUTPUTS: Readonly<Record<string, (record: BackupRecord) => unknown>> = {
  backupId: ({ backup_id: id }) => id,
  name: ({ backup_name: name }) => orNone(name),
  type: ({ backup_type: type }) => orNone(type),
  status: ({ status }) => status,
  progress: ({ progress }) => orNone(progress)?.toString(),
  size: ({ size }) => orNone(size),
  period: ({ period }) => textOf(period),
  createdAt: ({ created_at: at }) => orNone(at),
  executedAt: ({ execution_at: at }) => orNone(at),
  updatedAt: ({ updated_at: at }) => orNone(at),
};

export const OUTPUT_NAMES = Object.keys(OUTPUTS);

/** The state of a backup. Arguments are written as declared if the record has nothing else. */
export async function toState(at: OfInstance, declared: Values, record: BackupRecord): Promise<Values> {
  const outputs = Object.entries(OUTPUTS).map(([name, read]) => [name, read(record)]);
  const format = orNone(record.backup_format)?.toLowerCase();
  return {
    ...declared,
    ...Object.fromEntries(outputs),
    instanceId: declared.instanceId ?? at.instanceId,
    remark: orNone(record.remark),
    backupFormat: format ?? declared.backupFormat,
    region: at.region,
    projectId: await at.projectId(),
  };
}
