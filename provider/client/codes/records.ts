import { ASK_WITH_CODE, about, code, RETRY_LATER, type Row } from "./row";

const INTERNAL = code("internal error of the service", ASK_WITH_CODE);
const NO_SERVER = code("its server could not be created", ASK_WITH_CODE);
const VPC = about("vpc_id", "the VPC could not be used", "set {vpc_id} to a VPC of this project");

/** The `error_code` that a failed instance has, or a failed backup or restore. */
export const RECORD_CODES: Readonly<Record<string, Row>> = {
  "dcs.01.0001": INTERNAL,
  "dcs.01.0002": INTERNAL,
  "dcs.01.0003": INTERNAL,
  "dcs.02.0001": VPC,
  "dcs.02.0002": VPC,
  "dcs.02.0003": about(
    "security_group_id",
    "the security group could not be used",
    "set {security_group_id} to a group of this project that allows ANY inbound and outbound within itself",
  ),
  "dcs.02.0004": about(
    "subnet_id",
    "the subnet could not be prepared",
    "check the subnet in the VPC console, or set {subnet_id} to another",
  ),
  "dcs.02.0005": about(
    "subnet_id",
    "the subnet is in an abnormal state",
    "check the subnet in the VPC console, or set {subnet_id} to another",
  ),
  "dcs.03.0001": NO_SERVER,
  "dcs.03.0002": NO_SERVER,
  "dcs.03.0003": NO_SERVER,
  "dcs.03.0004": NO_SERVER,
  "dcs.03.0005": code("its network card could not be attached", ASK_WITH_CODE),
  "dcs.03.0007": code("its server could not be started", ASK_WITH_CODE),
  "dcs.03.0008": code("its server could not be started", ASK_WITH_CODE),
  "dcs.03.0009": code("its server could not be stopped", ASK_WITH_CODE),
  "dcs.04.0002": code("Redis could not be deployed", ASK_WITH_CODE),
  "dcs.04.0003": code("Redis could not be reached after deployment", ASK_WITH_CODE),
  "dcs.04.0004": code("two masters were found", ASK_WITH_CODE),
  "dcs.08.0001": code("the backup tool could not be started", ASK_WITH_CODE),
  "dcs.08.0002": code("it took too long", ASK_WITH_CODE),
  "dcs.08.0003": code("the bucket for the files could not be deleted", ASK_WITH_CODE),
  "dcs.08.0004": code("the service's access key for the bucket was refused", ASK_WITH_CODE),
  "dcs.08.0005": code("the bucket for the files could not be created", ASK_WITH_CODE),
  "dcs.08.0006": code("the size of the file is wrong", ASK_WITH_CODE),
  "dcs.08.0007": code("the nodes could not be synchronized during the restore", ASK_WITH_CODE),
  "dcs.08.0008": code("it was skipped, because another job of the instance was running", RETRY_LATER),
};

/** The words of such a code, with the code and, where an argument can be at fault, what to do. */
export function recordReason(written: string): string {
  const row = RECORD_CODES[written.toLowerCase()];
  if (row === undefined) return `reason ${written}`;
  return `${row.meaning} (${written})${row.property === undefined ? "" : `; ${row.remedy}`}`;
}
