import type { AvailableZone, Instance, Tag } from "./api/types";
import { fromBackupPolicy } from "./backup-policy";
import { ARGUMENTS } from "./changes";
import { familyOf, sameMeaning } from "./equality";
import type { ComputedOutputs, InstanceInputs, InstanceOutputs } from "./types";

// Absent values arrive as `null`, or as an empty text.
const orNone = <T>(value: T | null | undefined): T | undefined => (value === "" ? undefined : (value ?? undefined));

// The service writes 0.125 GB as capacity 0 and capacity_minor ".125".
const capacityOf = ({ capacity, capacity_minor }: Instance): number =>
  capacity > 0 ? Number(capacity) : Number(capacity_minor ?? 0);

const MODE_OF_3_0: Readonly<Record<string, string>> = {
  "dcs.single_node": "single",
  "dcs.master_standby": "ha",
  "dcs.cluster": "cluster",
};

const modeOf = ({ cache_mode, resource_spec_code }: Instance): string | undefined =>
  cache_mode ?? MODE_OF_3_0[resource_spec_code ?? ""] ?? resource_spec_code?.match(/^redis\.([a-z_]+)\./)?.[1];

// The 2020 edition answers vendor numbers, which say nothing to compare with; the specification then tells the product.
function productOf(
  { product_id, spec_code, resource_spec_code }: Instance,
  { productId }: Partial<InstanceInputs>,
): string | undefined {
  if (product_id === productId) return productId;
  if (product_id && /^(OTC_DCS_|redis\.|dcs\.)/.test(product_id)) return product_id;
  const code = orNone(spec_code) ?? orNone(resource_spec_code);
  if (code === undefined || !/^(redis|dcs)\./.test(code)) return undefined;
  return code.startsWith("dcs.") ? familyOf(code) : `${code}-h`;
}

const truth = (value: string | boolean | null | undefined): boolean => String(value) === "true";

/** The tags somebody could have declared: the service marks instances for its own purposes, too. */
export const declarableTags = ({ tags }: Instance): Tag[] | undefined =>
  tags?.filter(({ key }) => !key.startsWith("_sys_"));

/** The arguments as the service has them. A key that is missing is one the answer does not speak of. */
function served(instance: Instance, declared: Partial<InstanceInputs>): Partial<InstanceInputs> {
  const whenSpokenOf = <K extends keyof InstanceInputs>(spoken: unknown, key: K, value: InstanceInputs[K]) =>
    orNone(spoken) === undefined ? {} : { [key]: value };
  const tags = declarableTags(instance);
  return {
    // Some editions answer no size until the instance has one.
    ...(capacityOf(instance) > 0 ? { capacity: capacityOf(instance) } : {}),
    ...(instance.description === undefined ? {} : { description: orNone(instance.description) }),
    ...whenSpokenOf(instance.name, "name", instance.name),
    ...whenSpokenOf(instance.engine, "engine", instance.engine),
    ...whenSpokenOf(instance.engine_version, "engineVersion", instance.engine_version),
    ...whenSpokenOf(instance.vpc_id, "vpcId", instance.vpc_id),
    ...whenSpokenOf(instance.subnet_id, "subnetId", instance.subnet_id),
    ...whenSpokenOf(instance.security_group_id, "securityGroupId", orNone(instance.security_group_id)),
    ...whenSpokenOf(productOf(instance, declared), "productId", productOf(instance, declared)),
    ...whenSpokenOf(modeOf(instance), "cacheMode", modeOf(instance)),
    ...(instance.instance_backup_policy === undefined
      ? {}
      : { instanceBackupPolicy: fromBackupPolicy(instance, declared.instanceBackupPolicy) }),
    ...whenSpokenOf(instance.maintain_begin, "maintainBegin", orNone(instance.maintain_begin)),
    ...whenSpokenOf(instance.maintain_end, "maintainEnd", orNone(instance.maintain_end)),
    ...whenSpokenOf(instance.ip, "privateIp", orNone(instance.ip?.split(",")[0])),
    ...whenSpokenOf(instance.port, "port", Number(instance.port)),
    ...whenSpokenOf(instance.no_password_access, "noPasswordAccess", truth(instance.no_password_access)),
    ...whenSpokenOf(instance.enable_ssl, "enableSsl", truth(instance.enable_ssl)),
    ...whenSpokenOf(instance.enable_publicip, "enablePublicip", truth(instance.enable_publicip)),
    ...whenSpokenOf(instance.publicip_id, "publicipId", orNone(instance.publicip_id)),
    ...whenSpokenOf(instance.enterprise_project_id, "enterpriseProjectId", orNone(instance.enterprise_project_id)),
    ...whenSpokenOf(
      tags,
      "tags",
      tags?.length ? Object.fromEntries(tags.map(({ key, value }) => [key, value ?? ""])) : undefined,
    ),
  };
}

const computed = (instance: Instance): ComputedOutputs => {
  const ip = orNone(instance.ip);
  const port = Number(instance.port ?? 6379);
  return {
    status: instance.status,
    ip,
    endpoint: ip && `${ip.split(",")[0]}:${port}`,
    domainName: orNone(instance.domain_name ?? instance.domainName),
    readonlyDomainName: orNone(instance.readonly_domain_name ?? instance.readonlyDomainName),
    resourceSpecCode: orNone(instance.resource_spec_code),
    internalVersion: orNone(instance.internal_version),
    maxMemory: orNone(instance.max_memory),
    vpcName: orNone(instance.vpc_name),
    subnetName: orNone(instance.subnet_name),
    subnetCidr: orNone(instance.subnet_cidr),
    securityGroupName: orNone(instance.security_group_name),
    createdAt: orNone(instance.created_at),
    userId: orNone(instance.user_id),
    userName: orNone(instance.user_name),
    orderId: orNone(instance.order_id),
    chargingMode: orNone(instance.charging_mode),
    backupPolicyId: orNone(instance.instance_backup_policy?.backup_policy_id),
  };
};

const isId = (zone: string): boolean => /^[0-9a-f]{32}$/.test(zone);

const sameKind = (some: readonly string[], others: readonly string[]): boolean =>
  some.every(isId) === others.every(isId);

// Editions answer ids, codes or both; the catalogue tells which belong together.
function zonesOf(instance: Instance, zones: readonly AvailableZone[]): { ids: string[]; codes: string[] } {
  const answered = instance.available_zones ?? [];
  const find = (zone: string) => zones.find(({ id, code }) => id === zone || code === zone);
  const codes = instance.az_codes ?? answered.map((zone) => find(zone)?.code ?? zone);
  return { ids: answered.map((zone) => find(zone)?.id ?? zone), codes };
}

/**
 * State of an instance. An argument keeps the user's spelling while the service's value means the same, so that a
 * refresh of an untouched cache changes nothing; otherwise the service's value shows as drift.
 */
export function toOutputs(
  declared: Partial<InstanceInputs>,
  instance: Instance,
  zones: readonly AvailableZone[] = [],
): InstanceOutputs {
  const { ids, codes } = zonesOf(instance, zones);
  // Without the catalogue an id cannot be compared with a code: that is no drift.
  const comparable = zones.length > 0 || sameKind(ids, declared.availableZones ?? ids);
  const spokenOf =
    ids.length > 0 && comparable ? { availableZones: ids, availableZoneIds: ids, availableZoneCodes: codes } : {};
  const found = { ...served(instance, declared), ...spokenOf } as unknown as InstanceOutputs;
  const wanted = declared as InstanceInputs;
  const spelt = ARGUMENTS.map((name) => {
    if (declared[name] === undefined) return [name, found[name]];
    if (!(name in found)) return [name, declared[name]];
    return [name, sameMeaning(name, found, wanted) ? declared[name] : found[name]];
  });
  const all = { ...Object.fromEntries(spelt), ...computed(instance), availableZoneIds: ids, availableZoneCodes: codes };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as InstanceOutputs;
}
