import { isSame, type Values } from "../../resource/describe/argument";
import type { AvailableZone, Instance } from "../api/types";
import { ARGUMENT_NAMES, INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { endpointOf, NOT_ANSWERED, orNone } from "../values/served";
import type { ComputedOutputs, InstanceInputs, InstanceOutputs } from "../values/types";
import { areBothIdsOrBothCodes, findZone } from "../values/zones";

/** Every output that is not an argument, from the answer. */
const COMPUTED: Readonly<Record<keyof ComputedOutputs, (live: Instance) => unknown>> = {
  status: ({ status }) => status,
  ip: ({ ip }) => orNone(ip),
  endpoint: endpointOf,
  domainName: ({ domain_name, domainName }) => orNone(domain_name ?? domainName),
  readonlyDomainName: ({ readonly_domain_name, readonlyDomainName }) =>
    orNone(readonly_domain_name ?? readonlyDomainName),
  resourceSpecCode: ({ resource_spec_code }) => orNone(resource_spec_code),
  internalVersion: ({ internal_version }) => orNone(internal_version),
  maxMemory: ({ max_memory }) => orNone(max_memory),
  vpcName: ({ vpc_name }) => orNone(vpc_name),
  subnetName: ({ subnet_name }) => orNone(subnet_name),
  subnetCidr: ({ subnet_cidr }) => orNone(subnet_cidr),
  securityGroupName: ({ security_group_name }) => orNone(security_group_name),
  // These two need the catalogue of zones.
  availableZoneIds: () => undefined,
  availableZoneCodes: () => undefined,
  createdAt: ({ created_at }) => orNone(created_at),
  userId: ({ user_id }) => orNone(user_id),
  userName: ({ user_name }) => orNone(user_name),
  orderId: ({ order_id }) => orNone(order_id),
  chargingMode: ({ charging_mode }) => orNone(charging_mode),
  backupPolicyId: ({ instance_backup_policy }) => orNone(instance_backup_policy?.backup_policy_id),
};

export const OUTPUT_NAMES: readonly string[] = Object.keys(COMPUTED);

/** The arguments as the service has them. A key is missing if the answer does not contain the argument. */
function served(live: Instance, declared: Partial<InstanceInputs>): Values {
  const values = ARGUMENT_NAMES.map(
    (name) => [name, INSTANCE_ARGUMENTS[name].served?.(live, declared) ?? undefined] as const,
  );
  return Object.fromEntries(
    values.filter(([name, value]) => INSTANCE_ARGUMENTS[name].served !== undefined && value !== NOT_ANSWERED),
  );
}

// Editions return ids, codes or both. The catalogue shows which belong together.
function zonesOf(live: Instance, zones: readonly AvailableZone[]): { ids: string[]; codes: string[] } {
  const answered = live.available_zones ?? [];
  const codes = live.az_codes ?? answered.map((zone) => findZone(zones, zone)?.code ?? zone);
  return { ids: answered.map((zone) => findZone(zones, zone)?.id ?? zone), codes };
}

/**
 * State of an instance. An argument stays as declared if the service's value means the same, so that a refresh of an
 * unchanged cache changes nothing. Otherwise the service's value shows as drift.
 */
export function toState(
  declared: Partial<InstanceInputs>,
  live: Instance,
  zones: readonly AvailableZone[] = [],
): InstanceOutputs {
  const { ids, codes } = zonesOf(live, zones);
  // Without the catalogue an id cannot be compared with a code. This is not drift.
  const comparable = zones.length > 0 || areBothIdsOrBothCodes(ids, declared.availableZones ?? ids);
  const ofZones =
    ids.length > 0 && comparable ? { availableZones: ids, availableZoneIds: ids, availableZoneCodes: codes } : {};
  const found: Values = { ...served(live, declared), ...ofZones };
  const args = ARGUMENT_NAMES.map((name) => {
    if (declared[name] === undefined) return [name, found[name]];
    const keeps = !(name in found) || isSame(INSTANCE_ARGUMENTS, name, found, declared as Values);
    return [name, keeps ? declared[name] : found[name]];
  });
  const computed = Object.entries(COMPUTED).map(([name, of]) => [name, of(live)]);
  const all = { ...Object.fromEntries([...args, ...computed]), availableZoneIds: ids, availableZoneCodes: codes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never;
}
