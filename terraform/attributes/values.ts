import { versionOf } from "../../provider/dcs-instance/values/editions";
import { isProductCode, parseProductCode, specCodeOf } from "../../provider/dcs-instance/values/product-code";
import { type Cache, isEmpty, list, object, text } from "../state/cache";

const version = ({ values }: Cache): string => versionOf(text(values.engine_version));

/** Redis 3.0 has a security group and neither tags, whitelist, fixed address nor other ports. */
export const isOf3 = (cache: Cache): boolean => version(cache) === "3.0";

/** The reason, for a cache of 3.0. */
export const notOn3 = (_: unknown, cache: Cache): string | undefined =>
  isOf3(cache) ? "is available only from Redis 4.0 on" : undefined;

/** The product of a specification, as the argument `productId` takes it. */
function productOfSpec(spec: string): string | undefined {
  if (!isProductCode(spec)) return undefined;
  return spec.startsWith("redis.") ? `${specCodeOf(spec)}-h` : parseProductCode(spec).family;
}

/** The product of a cache. Version 1 of Terraform's resource leaves the product empty where the service lists no match. */
export const productOf = ({ values }: Cache): string | undefined =>
  text(values.product_id) || productOfSpec(text(values.flavor) || text(values.resource_spec_code));

/** Groups of a whitelist. */
export const groupsOf = (value: unknown): object[] =>
  list(value).map((group) => {
    const { group_name: groupName, ip_list: ipList } = object(group);
    return { groupName, ipList };
  });

/** Parameters by name; version 1 writes `parameter_name`, version 2 `name`. */
export const parametersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    list(value).map((each) => {
      const { parameter_name, parameter_value, name = parameter_name, value: itself = parameter_value } = object(each);
      return [text(name), itself];
    }),
  );

const DAYS = "does not say for how many days backups are kept, which the service requires";

/** A backup policy, flat as Terraform has it. */
const policyIn = (value: unknown) => object(list(value)[0]);

/** Why a policy cannot be declared. */
export function policyObstacle(value: unknown, cache: Cache): string | undefined {
  const product = productOf(cache);
  const mode = product === undefined ? undefined : parseProductCode(product).mode;
  if (mode === "single") return "is not available for single nodes";
  if (isOf3(cache) && mode === "cluster") return "is available only for master/standby caches on 3.0";
  const { save_days: days, begin_at: begin, backup_at: at } = policyIn(value);
  return isEmpty(begin) || isEmpty(at) || !Number(days) ? DAYS : undefined;
}

/** The argument `instanceBackupPolicy`. */
export function policyOf(value: unknown): object {
  const { save_days, backup_type, begin_at, period_type, backup_at } = policyIn(value);
  return {
    saveDays: save_days,
    ...(isEmpty(backup_type) ? {} : { backupType: backup_type }),
    periodicalBackupPlan: {
      beginAt: begin_at,
      periodType: isEmpty(period_type) ? "weekly" : period_type,
      backupAt: backup_at,
    },
  };
}

/** The policy that version 1 declares by attributes of the cache itself, in the form of the block. */
export const flatPolicy = ({ values }: Cache): unknown => [values];

/** Commands whose new names Terraform's provider sends as they are declared. */
const SENT_COMMANDS = ["command", "keys", "hgetall"];

// The provider sends the new name of flushall as that of flushdb.
const isSure = (command: string, renamed: object): boolean =>
  SENT_COMMANDS.includes(command) || (command === "flushdb" && !("flushall" in renamed));

/** True if Terraform may have renamed commands otherwise than declared. */
export const hasUnsureCommands = (value: unknown): boolean => {
  const renamed = object(value);
  return !Object.keys(renamed).every((command) => isSure(command, renamed));
};

/** The commands whose new names are certain. */
export function commandsOf(value: unknown): object | undefined {
  const renamed = object(value);
  const sure = Object.entries(renamed).filter(([command]) => isSure(command, renamed));
  return sure.length > 0 ? Object.fromEntries(sure) : undefined;
}
