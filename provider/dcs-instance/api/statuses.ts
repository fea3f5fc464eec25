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

/** The `error_code` of a failed instance, in words. */
const REASONS: Readonly<Record<string, string>> = {
  "dcs.01.0001": "internal error of the service",
  "dcs.01.0002": "internal error of the service",
  "dcs.01.0003": "internal error of the service",
  "dcs.02.0001": "the VPC could not be used",
  "dcs.02.0002": "the VPC could not be used",
  "dcs.02.0003": "the security group could not be used",
  "dcs.02.0004": "the subnet could not be prepared",
  "dcs.02.0005": "the subnet is in an abnormal state",
  "dcs.03.0001": "its server could not be created",
  "dcs.03.0002": "its server could not be created",
  "dcs.03.0003": "its server could not be created",
  "dcs.03.0004": "its server could not be created",
  "dcs.03.0005": "its network card could not be attached",
  "dcs.03.0007": "its server could not be started",
  "dcs.03.0008": "its server could not be started",
  "dcs.03.0009": "its server could not be stopped",
  "dcs.04.0002": "Redis could not be deployed",
  "dcs.04.0003": "Redis could not be reached after deployment",
  "dcs.04.0004": "two masters were found",
};

/** Why an instance failed, in words. */
export function failureReason({ error_code }: Pick<InstanceSummary, "error_code">): string {
  if (!error_code) return "the service gives no reason";
  const words = REASONS[error_code.toLowerCase()];
  return words ? `${words} (${error_code})` : `reason ${error_code}`;
}
