import { recordReason } from "../../client/codes/records";
import type { Statuses } from "../../resource/describe/resource-type";
import type { InstanceSummary } from "./types";

/**
 * What the statuses of an instance mean.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/appendix/dcs_instance_statuses.html
 */
export const STATUSES: Statuses = {
  classes: { RUNNING: "serving", ERROR: "failed", CREATEFAILED: "failed", CLOSED: "stopped", FROZEN: "stopped" },
  createFailed: "CREATEFAILED",
  creating: "CREATING",
  deleting: "DELETING",
};

/** Why an instance failed, in words. */
export function failureReason({ error_code }: Pick<InstanceSummary, "error_code">): string {
  if (!error_code) return "the service gives no reason";
  return recordReason(error_code);
}
