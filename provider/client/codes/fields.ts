const SAME_NAMES = [
  "available_zones",
  "backup_at",
  "backup_format",
  "backup_type",
  "begin_at",
  "capacity",
  "description",
  "enable_publicip",
  "enable_ssl",
  "enable_whitelist",
  "engine",
  "engine_version",
  "enterprise_project_id",
  "expiration",
  "instance_backup_policy",
  "maintain_begin",
  "maintain_end",
  "name",
  "no_password_access",
  "password",
  "period_type",
  "periodical_backup_plan",
  "port",
  "product_id",
  "publicip_id",
  "remark",
  "rename_commands",
  "save_days",
  "security_group_id",
  "subnet_id",
  "tags",
  "template_id",
  "timezone_offset",
  "vpc_id",
  "whitelist",
] as const;

const camelCase = (field: string): string => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Arguments by the field of the API that carries them. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAME_NAMES.map((field) => [field, camelCase(field)])),
  az_codes: "availableZones",
  ip_list: "whitelist",
  new_capacity: "capacity",
  new_password: "password",
  node_list: "replicas",
  param_name: "parameters",
  param_value: "parameters",
  private_ip: "privateIp",
  private_ips: "privateIp",
  redis_config: "parameters",
  reserved_ip: "reservedIps",
  spec_code: "cacheMode",
};

/** The argument whose field the service names, as in `The parameter rename_commands is invalid.` */
export const argumentIn = (said: string | undefined): string | undefined =>
  ARGUMENTS[/\bparameter ([a-z_]+)\b/i.exec(said ?? "")?.[1] ?? ""];
