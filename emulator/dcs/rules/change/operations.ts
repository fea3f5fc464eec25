import { type ErrorNumber, ServiceError } from "../../../service/errors";
import type { InstanceRecord, Status } from "../../../world/records/instance-record";

export type Operation = "modify" | "extend" | "delete" | "restart" | "task";

/** The states in which an operation is accepted. */
const allowed: Readonly<Record<Operation, ReadonlySet<Status>>> = {
  modify: new Set(["RUNNING", "ERROR"]),
  extend: new Set(["RUNNING"]),
  delete: new Set(["RUNNING", "ERROR", "CREATEFAILED"]),
  restart: new Set(["RUNNING", "ERROR"]),
  task: new Set(["RUNNING"]),
};

/** Why not, by state; everything else is 4026. */
const refusals: Readonly<Record<string, ErrorNumber>> = {
  CREATING: 4118,
  EXTENDING: 4113,
  RESTARTING: 4111,
  RESTORING: 4097,
};

/** Nothing is kept on disk: a restart empties a single node, a pair or a cluster keeps its replica's data. */
export function losesDataOnRestart({ product }: InstanceRecord): boolean {
  return product.cacheMode === "single";
}

export function requireState(instance: InstanceRecord, operation: Operation): void {
  if (allowed[operation].has(instance.status)) return;
  const deleting = operation === "delete" && instance.status !== "EXTENDING";
  throw new ServiceError(deleting ? 4099 : (refusals[instance.status] ?? 4026), "", `Status: ${instance.status}`);
}
