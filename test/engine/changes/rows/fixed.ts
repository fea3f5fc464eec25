import { zones } from "../../../../emulator/catalogue/zones";
import { account } from "../../../../emulator/world/accounts/account";
import { FIXED, first, ha, inPlace, type Row, replaced, same } from "./row";

const [zone1, zone2, zone3] = zones.map(({ id }) => id);
const [here, there] = account.projects;
const elsewhere = "11111111-2222-4333-8444-555555555555";
const elasticIp = "22222222-3333-4444-8555-666666666666";
const project = "d3a1b2c4-0000-4000-8000-00000000000a";

const place: readonly Row[] = [
  replaced({
    argument: "vpcId",
    change: "changed",
    base: ha,
    from: {},
    to: { vpcId: elsewhere },
    created: { vpc_id: elsewhere },
  }),
  replaced({
    argument: "vpcId",
    change: "changed together with the name",
    base: ha,
    from: { name: "here" },
    to: { name: "there", vpcId: elsewhere },
    created: {},
    // A free name lets the new instance be built before the old one goes.
    calls: [
      { call: "POST /instances", body: { name: "there", vpc_id: elsewhere } },
      { call: "DELETE /instances/{id}" },
    ],
  }),
  same({
    argument: "vpcId",
    change: "in capitals",
    base: ha,
    from: {},
    to: { vpcId: String(ha.vpcId).toUpperCase() },
    after: { vpcId: ha.vpcId },
  }),
  replaced({
    argument: "subnetId",
    change: "changed",
    base: ha,
    from: {},
    to: { subnetId: elsewhere },
    created: { subnet_id: elsewhere },
  }),
  replaced({
    argument: "availableZones",
    change: "others",
    base: ha,
    from: {},
    to: { availableZones: ["eu-de-01", "eu-de-03"] },
    created: { available_zones: [zone1, zone3] },
  }),
  replaced({
    argument: "availableZones",
    change: "fewer",
    base: ha,
    from: {},
    to: { availableZones: ["eu-de-01"] },
    created: { available_zones: [zone1] },
  }),
  same({
    argument: "availableZones",
    change: "by id instead of code",
    base: ha,
    from: {},
    to: { availableZones: [zone1 as string, zone2 as string] },
    after: { availableZones: ["eu-de-01", "eu-de-02"] },
  }),
  same({
    argument: "availableZones",
    change: "in another order",
    base: ha,
    from: {},
    to: { availableZones: ["eu-de-02", "eu-de-01"] },
    after: { availableZones: ["eu-de-01", "eu-de-02"] },
  }),
  replaced({
    argument: "region",
    change: "changed",
    base: { ...ha, projectId: here.id },
    from: { region: "eu-de" },
    to: { region: "eu-nl" },
    says: "an instance cannot move to another region",
    created: {},
  }),
  same({ argument: "region", change: "the configured one spelt out", base: ha, from: {}, to: { region: "eu-de" } }),
  replaced({
    argument: "projectId",
    change: "changed",
    base: ha,
    from: {},
    to: { projectId: there.id },
    says: "an instance cannot move to another project",
    created: {},
    kept: { projectId: there.id },
  }),
  same({
    argument: "projectId",
    change: "the configured one spelt out",
    base: ha,
    from: {},
    to: { projectId: here.id },
  }),
];

const kind: readonly Row[] = [
  same({ argument: "engine", change: "the default spelt out", base: ha, from: {}, to: { engine: "Redis" } }),
  replaced({
    argument: "engineVersion",
    change: "raised",
    base: ha,
    from: { engineVersion: "5.0" },
    to: { engineVersion: "6.0" },
    says: "cannot be upgraded in place",
    created: { engine_version: "6.0" },
  }),
  replaced({
    argument: "engineVersion",
    change: "raised from 3.0",
    base: first,
    from: {},
    to: { engineVersion: "6.0", securityGroupId: undefined },
    says: "cannot be upgraded in place",
    created: { engine_version: "6.0" },
    after: { engineVersion: "6.0", securityGroupId: undefined },
  }),
];

const network: readonly Row[] = [
  replaced({
    argument: "privateIp",
    change: "changed",
    base: ha,
    from: { privateIp: "192.168.0.7" },
    to: { privateIp: "192.168.0.8" },
    says: "leave privateIp out to accept the address the service chose",
    created: { private_ips: ["192.168.0.8"] },
  }),
  replaced({
    argument: "privateIp",
    change: "set",
    base: ha,
    from: {},
    to: { privateIp: "192.168.0.5" },
    says: "leave privateIp out to accept the address the service chose",
    created: { private_ips: ["192.168.0.5"] },
    kept: { privateIp: "192.168.0.5" },
  }),
  same({
    argument: "privateIp",
    change: "removed",
    base: ha,
    from: { privateIp: "192.168.0.6" },
    to: {},
    after: { privateIp: "192.168.0.6" },
  }),
  same({ argument: "port", change: "the default spelt out", base: ha, from: {}, to: { port: 6379 } }),
  replaced({
    argument: "enablePublicip",
    change: "switched on",
    base: ha,
    from: {},
    to: { enablePublicip: true, publicipId: elasticIp },
    forcing: ["enablePublicip", "publicipId"],
    created: { enable_publicip: true, publicip_id: elasticIp },
  }),
  replaced({
    argument: "publicipId",
    change: "changed",
    base: ha,
    from: { enablePublicip: true, publicipId: elasticIp },
    to: { enablePublicip: true, publicipId: elsewhere },
    created: { publicip_id: elsewhere },
  }),
];

const rest: readonly Row[] = [
  same({
    argument: "renameCommands",
    change: "in another order",
    base: ha,
    from: { renameCommands: { keys: "cachekeys", scan: "cachescan" } },
    to: { renameCommands: { scan: "cachescan", keys: "cachekeys" } },
  }),
  replaced({
    argument: "enterpriseProjectId",
    change: "set",
    base: ha,
    from: {},
    to: { enterpriseProjectId: project },
    says: FIXED,
    created: { enterprise_project_id: project },
    kept: { enterpriseProjectId: project },
  }),
  same({
    argument: "enterpriseProjectId",
    change: "removed",
    base: ha,
    from: { enterpriseProjectId: project },
    to: {},
    after: { enterpriseProjectId: project },
  }),
  same({
    argument: "adoptInstanceId",
    change: "added later",
    base: ha,
    from: {},
    to: { adoptInstanceId: elsewhere },
    after: {},
  }),
  same({
    argument: "onNameConflict",
    change: "changed",
    base: ha,
    from: {},
    to: { onNameConflict: "adopt" },
    after: {},
  }),
  same({
    argument: "replaceOnChanges",
    change: "set",
    base: ha,
    from: {},
    to: {},
    options: { from: {}, to: { replaceOnChanges: ["description"] } },
  }),
  {
    argument: "customTimeouts",
    change: "changed",
    base: ha,
    from: {},
    to: {},
    options: { from: { customTimeouts: { update: "20m" } }, to: { customTimeouts: { update: "40m", delete: "10m" } } },
    // Recorded only: a deletion reads its time limit from the state.
    verdict: "update",
    calls: [],
    after: { customTimeouts: { update: "40m", delete: "10m" } },
  },
  inPlace({
    argument: "deletionProtection",
    change: "switched on",
    base: ha,
    from: {},
    to: { deletionProtection: true },
    calls: [],
  }),
  inPlace({
    argument: "replaceOnDrift",
    change: "switched on",
    base: ha,
    from: {},
    to: { replaceOnDrift: true },
    calls: [],
  }),
];

/** What is fixed when the instance is created, and what is no change at all. */
export const fixed: readonly Row[] = [...place, ...kind, ...network, ...rest];
