import type { Values } from "../../../resource/describe/argument";
import { DEFAULT_PORT } from "../../values/editions";
import { lowerCase, orElse, sameBy } from "../../values/meanings";
import { answered, orNone } from "../../values/served";
import { ZONE_PATTERN } from "../../values/zones";
import { chosen, FIXED, type InstanceArgument, modify, replace, uuid } from "../row/instance-argument";

// Both sides may write a zone as id or as code. A resource that is read by `get` declares no zones.
function sameZones(state: Values, declared: Values): boolean {
  const {
    availableZones: zones = [],
    availableZoneIds: ids = [],
    availableZoneCodes: codes = [],
  } = state as Record<string, readonly string[]>;
  const wanted = (declared.availableZones ?? []) as readonly string[];
  return wanted.length === zones.length && wanted.every((zone) => [...zones, ...ids, ...codes].includes(zone));
}

/** Where an instance is, and how it is reached. */
export const PLACE = {
  vpcId: {
    schema: uuid("id of the VPC", "VPC console, details of the VPC"),
    change: replace(FIXED),
    same: sameBy("vpcId", lowerCase),
    toCreate: ({ vpcId }) => ({ vpc_id: vpcId }),
    served: ({ vpc_id }) => answered(vpc_id),
  },
  subnetId: {
    schema: uuid("network id of the subnet", "VPC console, Subnets"),
    change: replace(FIXED),
    same: sameBy("subnetId", lowerCase),
    toCreate: ({ subnetId }) => ({ subnet_id: subnetId }),
    served: ({ subnet_id }) => answered(subnet_id),
  },
  securityGroupId: {
    schema: uuid("id of the security group", "VPC console, Security Groups"),
    change: chosen(modify),
    same: sameBy("securityGroupId", lowerCase),
    affects: ["securityGroupName"],
    toCreate: ({ securityGroupId }) => ({ security_group_id: securityGroupId }),
    toModify: ({ securityGroupId }) => ({ security_group_id: securityGroupId }),
    served: ({ security_group_id }) => answered(security_group_id),
  },
  availableZones: {
    schema: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      remedy: "name at least one zone, each once",
      items: {
        type: "string",
        pattern: ZONE_PATTERN,
        remedy: 'use a zone\'s code such as "eu-de-01", or its id of 32 hexadecimal digits',
      },
    },
    change: replace(FIXED),
    fields: ["az_codes"],
    same: sameZones,
    // A comparison of zones needs both ids and codes.
    comparedWith: ["availableZoneIds", "availableZoneCodes"],
  },
  privateIp: {
    since: "4.0",
    schema: {
      type: "string",
      pattern: "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$",
      remedy: 'use an IPv4 address of the subnet such as "192.168.0.7"',
    },
    change: chosen(replace(FIXED, "leave privateIp out to accept the address the service chose")),
    fields: ["private_ips"],
    toCreate: ({ privateIp }) => ({ private_ips: privateIp === undefined ? undefined : [privateIp] }),
    served: ({ ip }) => answered(orNone(ip?.split(",")[0])),
    // The service chose it.
    implied: () => true,
  },
  port: {
    since: "4.0",
    schema: { type: "integer", minimum: 1, maximum: 65535, remedy: "use a port from 1 to 65535" },
    change: {
      how: "port",
      effect: (_, { port = DEFAULT_PORT }) =>
        `cuts every connection; data and address stay: clients must connect to port ${port}`,
    },
    same: sameBy("port", orElse(DEFAULT_PORT)),
    affects: ["endpoint", "connectionString"],
    toCreate: ({ port }) => ({ port }),
    served: ({ port }) => answered(port, Number),
    implied: (port) => port === DEFAULT_PORT,
  },
  region: {
    schema: { type: "string", minLength: 1, remedy: 'use a region such as "eu-de"' },
    change: chosen(replace("an instance cannot move to another region")),
    implied: () => true,
  },
  projectId: {
    schema: { type: "string", pattern: "^[0-9a-f]{32}$", remedy: "use the project's id, 32 hexadecimal digits" },
    change: chosen(replace("an instance cannot move to another project")),
    implied: () => true,
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
