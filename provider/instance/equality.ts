import { isDeepStrictEqual } from "node:util";
import { DEFAULT_WINDOW, PRODUCTS_3_0 } from "./editions";
import type { BackupPolicyInputs, InstanceInputs, InstanceOutputs } from "./types";

/** What two values of a property are compared by: values that mean the same have equal meanings. */
export type Meaning = (value: unknown, of: InstanceInputs | InstanceOutputs) => unknown;

const orElse =
  (fallback: unknown): Meaning =>
  (value) =>
    value ?? fallback;

/** The value itself. */
export const exactly: Meaning = orElse(undefined);

const version: Meaning = (value) => (typeof value === "string" ? value.replace(/^(\d+\.\d+)\..*$/, "$1") : value);

const sorted: Meaning = (value) => (Array.isArray(value) ? [...value].map(String).sort() : value);

const PRODUCT_OF_SPEC_3_0: Readonly<Record<string, string>> = {
  "dcs.single_node": PRODUCTS_3_0.single,
  "dcs.master_standby": PRODUCTS_3_0.ha,
  "dcs.cluster": PRODUCTS_3_0.cluster,
};

/**
 * What stays of a product when its size changes: `redis.ha.xu1.r2` for `redis.ha.xu1.large.r2.4-h`. The size at the end,
 * in MB for `tiny` and in GB for `large`, is compared as the capacity; with `-h` and without are one product.
 */
export function familyOf(product: string): string {
  const code = product.replace(/-h$/, "");
  return PRODUCT_OF_SPEC_3_0[code] ?? code.replace(/^(redis\..*)\.\d+$/, "$1").replace(/\.(tiny|large)(?=\.|$)/, "");
}

const family: Meaning = (value) => (typeof value === "string" ? familyOf(value) : value);

// On 3.0 the one kind of cluster goes by either name.
const mode: Meaning = (value, of) => (version(of.engineVersion, of) === "3.0" && value === "proxy" ? "cluster" : value);

const lowerCase: Meaning = (value) => (typeof value === "string" ? value.toLowerCase() : value);

const entries: Meaning = (value) => Object.entries(value ?? {}).sort(([a], [b]) => a.localeCompare(b));

const backupPolicy: Meaning = (value) => {
  if (value === undefined) return undefined;
  const { saveDays, backupType = "manual", periodicalBackupPlan: plan } = value as BackupPolicyInputs;
  const { backupAt, timezoneOffset, ...rest } = plan ?? {};
  return { saveDays, backupType, ...rest, backupAt: sorted(backupAt, value as never), timezoneOffset };
};

/** Meanings that differ from the value itself. */
export const MEANINGS: Readonly<Partial<Record<keyof InstanceInputs, Meaning>>> = {
  description: orElse(""),
  engineVersion: version,
  engine: lowerCase,
  vpcId: lowerCase,
  subnetId: lowerCase,
  securityGroupId: lowerCase,
  publicipId: lowerCase,
  productId: family,
  cacheMode: mode,
  noPasswordAccess: orElse(false),
  enableSsl: orElse(false),
  enablePublicip: orElse(false),
  port: orElse(6379),
  maintainBegin: orElse(DEFAULT_WINDOW.begin),
  maintainEnd: orElse(DEFAULT_WINDOW.end),
  instanceBackupPolicy: backupPolicy,
  renameCommands: entries,
  tags: entries,
};

// A zone may be written as id or as code on either side; what is read by its id alone declares none.
const sameZones = (state: InstanceOutputs, declared: InstanceInputs): boolean => {
  const { availableZones: zones = [], availableZoneIds: ids = [], availableZoneCodes: codes = [] } = state;
  const { availableZones: wanted = [] } = declared;
  return wanted.length === zones.length && wanted.every((zone) => [...zones, ...ids, ...codes].includes(zone));
};

/** True when the declared value of a property says the same as the state. */
export function sameMeaning(property: keyof InstanceInputs, state: InstanceOutputs, declared: InstanceInputs): boolean {
  if (property === "availableZones") return sameZones(state, declared);
  // Of a cache that is used without a password, none is in force.
  if (property === "password" && state.noPasswordAccess && declared.noPasswordAccess) return true;
  const meaning = MEANINGS[property] ?? exactly;
  const before = meaning(state[property], state);
  const after = meaning(declared[property], declared);
  if (property === "instanceBackupPolicy") return samePolicy(before, after);
  return isDeepStrictEqual(before, after);
}

// The service cannot remove a policy, only make it manual; and it fills in its own time zone when none is declared.
function samePolicy(before: unknown, after: unknown): boolean {
  if (after === undefined) return before === undefined || (before as BackupPolicyInputs).backupType === "manual";
  const open = before !== undefined && (after as { timezoneOffset?: string }).timezoneOffset === undefined;
  return isDeepStrictEqual(open ? { ...before, timezoneOffset: undefined } : before, after);
}
