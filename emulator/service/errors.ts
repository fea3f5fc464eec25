/** Number of the service's error catalogue (after `DCS.`) -> HTTP status and text; `{0}` is filled in. */
export const catalogue = {
  1001: [401, "Invalid token."],
  1002: [401, "The token has expired."],
  1003: [401, "The token is missing."],
  1004: [401, "The project ID in the URL does not match the token."],
  3022: [404, "This DCS instance does not exist."],
  4001: [404, "The requested URL does not exist."],
  4004: [400, "The request body is empty."],
  4005: [400, "The request body is not valid JSON."],
  4006: [400, "The cache engine is not supported."],
  4008: [400, "The version of the cache engine is not supported."],
  4009: [400, "Invalid product ID."],
  4010: [400, "Invalid instance name."],
  4011: [400, "The description is longer than 1024 characters."],
  4012: [400, "Invalid capacity."],
  4013: [400, "Invalid VPC ID."],
  4014: [400, "Invalid security group ID."],
  4016: [400, "Invalid subnet ID."],
  4017: [400, "A job of the instance is still running."],
  4019: [400, "The password does not meet the complexity requirements."],
  4022: [400, "The cache engine and the product do not match."],
  4026: [400, "The operation is not allowed in the instance's present state."],
  4035: [400, "The instance quota is exceeded."],
  4036: [400, "The memory quota is exceeded."],
  4042: [400, "The AZ does not exist."],
  4049: [400, "The instance is not running."],
  4054: [400, "Resources in the AZ are sold out."],
  4061: [400, "Invalid instance ID format."],
  4062: [400, "The parameter {0} is invalid."],
  4063: [400, "The parameter {0} is invalid."],
  4064: [400, "The action must be restart or flush."],
  4065: [400, "The list of instances is empty."],
  4066: [400, "The configuration value of {0} is invalid."],
  4067: [400, "available_zones must hold exactly one ID."],
  4072: [400, "check backup policy param save_days error"],
  4073: [400, "check backup policy param backup_type error"],
  4074: [400, "check backup policy param period_type error"],
  4075: [400, "check backup policy param backup_at error"],
  4076: [400, "check backup policy param begin_at error"],
  4086: [400, "only master standby instance is support this action"],
  4087: [400, "The backup is not successful."],
  4096: [400, "The instance is being backed up."],
  4097: [400, "The instance is being restored."],
  4098: [400, "The remark is longer than 128 characters."],
  4099: [400, "The instance cannot be deleted in its present state."],
  4100: [400, "More than 50 instances in one request."],
  4102: [400, "The instance cannot be scaled like this."],
  4103: [400, "The new capacity must be larger than the present one."],
  4104: [400, "The instance is recovering from a fault."],
  4106: [400, "Invalid maintenance window."],
  4108: [400, "The scaling order is being processed."],
  4111: [400, "The instance is being restarted."],
  4113: [400, "The instance is being extended."],
  4114: [400, "The instance is being configured."],
  4115: [400, "The password is being changed."],
  4116: [400, "The instance is being upgraded."],
  4117: [400, "The instance is being rolled back."],
  4118: [400, "The instance is being created."],
  4120: [400, "The instance is being frozen."],
  4133: [400, "The job does not exist."],
  4200: [400, "The instance type cannot be changed like this."],
  4201: [400, "The instance does not support SSL."],
  4202: [400, "The SSL parameters are invalid."],
  4843: [400, "The parameter no_password_access is invalid."],
  4845: [400, "The password is missing or invalid."],
  4849: [400, "A password-free instance takes no new_password."],
  4850: [400, "The operation is not supported by a password-free instance."],
  4872: [400, "The instance does not support the whitelist."],
  4927: [400, "Invalid spec_code."],
  4930: [400, "The parameter node_list is invalid."],
  4931: [400, "The node is not a replica of the instance."],
  4933: [400, "The parameter available_zones is invalid."],
  4936: [400, "A master node cannot be removed."],
  4975: [400, "The instance is being created or restarted."],
  5001: [405, "The request method is not supported."],
  5000: [500, "Internal service error."],
} as const satisfies Record<number, readonly [number, string]>;

export type ErrorNumber = keyof typeof catalogue;

/** Numbers born after the old numbering; v1.0 answers them by their new name. */
const withoutOldTwin: ReadonlySet<ErrorNumber> = new Set<ErrorNumber>([
  4049, 4133, 4200, 4201, 4202, 4872, 4927, 4930, 4931, 4933, 4936, 4975,
]);

function oldCode(number: ErrorNumber): string {
  if (withoutOldTwin.has(number)) return `DCS.${number}`;
  if (number === 4006) return "111400007";
  return `111${catalogue[number][0]}${String(number % 1000).padStart(3, "0")}`;
}

/** A refusal of the service. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    readonly number: ErrorNumber,
    /** Fills `{0}` of the text. */
    subject = "",
    /** Goes out as `ext_message`. */
    readonly detail: string | null = null,
  ) {
    super(catalogue[number][1].replace("{0}", subject));
    this.status = catalogue[number][0];
  }

  /** The error as v1.0 (nested, old code) or v2 (flat, new code) spells it. */
  body(generation: "v1.0" | "v2"): object {
    return generation === "v2"
      ? { error_code: `DCS.${this.number}`, error_msg: this.message, error_ext_msg: this.detail }
      : { error: { code: oldCode(this.number), message: this.message, ext_message: this.detail } };
  }
}

/** A refusal with a body of its own: IAM's and the API gateway's. */
export class PlainError extends Error {
  constructor(
    readonly status: number,
    readonly answer: object,
  ) {
    super(JSON.stringify(answer));
  }
}

export function iamError(status: number, title: string, message: string): PlainError {
  return new PlainError(status, { error: { code: status, message, title } });
}

export function gatewayError(status: number, code: string, message: string, requestId: string): PlainError {
  return new PlainError(status, { error_msg: message, error_code: code, request_id: requestId });
}
