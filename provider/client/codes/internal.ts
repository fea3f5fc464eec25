import { ASK_SERVICE, about, code, REPORT, RIGHTS, type Row } from "./row";

const INTERNAL = code("internal error of the service", ASK_SERVICE);

// The edition of 2020 lists them without a word of their own.
const WITHOUT_WORDS = [5023, 5025, 5051, 5052, 5084, 5088, 5089, 5093, 5106, 5801, 5802, 5810, 5814, 5815, 5816, 5820];

/**
 * Failures within the service. Nothing in the program is at fault.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/appendix/error_codes.html
 */
export const INTERNAL_CODES: Readonly<Record<number, Row>> = {
  ...Object.fromEntries(WITHOUT_WORDS.map((number) => [number, INTERNAL])),
  5000: INTERNAL,
  5001: code("the URL does not take this method", REPORT),
  5006: code("the job could not be submitted", ASK_SERVICE),
  5010: about("enable_ssl", "TLS could not be switched", ASK_SERVICE),
  5017: code("the instance could not be saved", ASK_SERVICE),
  5020: code("the port of a server could not be added", ASK_SERVICE),
  5024: code("the instance could not be read", ASK_SERVICE),
  5031: code("the instance could not be created", ASK_SERVICE),
  5032: code("the order could not be created", ASK_SERVICE),
  5037: code("the order could not be read", ASK_SERVICE),
  5039: code("a call to IAM failed", ASK_SERVICE),
  5040: code("a call to IAM failed", ASK_SERVICE),
  5041: code("the service has no account for its resources", ASK_SERVICE),
  5042: code("a call to IAM failed", ASK_SERVICE),
  5043: code("a call to IAM failed", ASK_SERVICE),
  5044: code("the status of the instance could not be updated", ASK_SERVICE),
  5045: code("a call to IAM failed", ASK_SERVICE),
  5050: about("vpc_id", "a shared VPC is not supported", "set {vpc_id} to a VPC of this project"),
  5053: code("the node was not found", ASK_SERVICE),
  5054: code("a password could not be generated", ASK_SERVICE),
  5070: INTERNAL,
  5071: about("instance_backup_policy", "the backup policy could not be created", ASK_SERVICE),
  5077: about("instance_backup_policy", "the backup policy could not be read", ASK_SERVICE),
  5078: code("the record of the backup could not be read", ASK_SERVICE),
  5079: code("the record of the restore could not be read", ASK_SERVICE),
  5081: code("the account is not known, or an internal error of the service", ASK_SERVICE),
  5082: code("the user for backups could not be registered", ASK_SERVICE),
  5083: code("the user for backups could not be saved", ASK_SERVICE),
  5085: about("instance_backup_policy", "the backup policy could not be updated", ASK_SERVICE),
  5090: code("the record of the backup could not be saved", ASK_SERVICE),
  5091: code("a script on the instance failed", ASK_SERVICE),
  5092: code("the data could not be backed up or restored", ASK_SERVICE),
  5094: code("the master could not be switched, or an internal error of the service", ASK_SERVICE),
  5095: code("a script on the instance has to run again", ASK_SERVICE),
  5101: code("the agency for the service could not be created", RIGHTS),
  5104: code("the order could not be changed", ASK_SERVICE),
};
