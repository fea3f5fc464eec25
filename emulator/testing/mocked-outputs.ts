import { zones } from "../catalogue/zones";
import { account, regionOf } from "../world/accounts/account";

/** What Pulumi passes to `newResource` of its mocks, as far as it matters here. */
export interface MockedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

type Values = Record<string, unknown>;

const [project] = account.projects;

/** A fixed time, so that snapshots of a test stay as they are. */
const WHEN = "2024-01-15T08:30:00.297Z";

const place = ({ region, projectId }: MockedResource["inputs"]): Values => ({
  region: region ?? regionOf(project),
  projectId: projectId ?? project.id,
});

function cache({ name, inputs }: MockedResource): Values {
  const ip = "192.168.0.7";
  const port = inputs.port ?? 6379;
  const declared = Array.isArray(inputs.availableZones) ? inputs.availableZones : [];
  const found = declared.map((one) => zones.find(({ id, code }) => id === one || code === one));
  const capacity = typeof inputs.capacity === "number" ? inputs.capacity : 1;
  return {
    ...place(inputs),
    engine: inputs.engine ?? "Redis",
    status: "RUNNING",
    ip,
    port,
    endpoint: `${ip}:${port}`,
    domainName: `redis-${name}.dcs.local`,
    maxMemory: capacity * 1024,
    availableZoneIds: declared.map((one, at) => found[at]?.id ?? one),
    availableZoneCodes: declared.map((one, at) => found[at]?.code ?? one),
    maintainBegin: inputs.maintainBegin ?? "02:00:00",
    maintainEnd: inputs.maintainEnd ?? "06:00:00",
    vpcName: "local-vpc",
    subnetName: "local-subnet",
    subnetCidr: "192.168.0.0/24",
    userId: account.user.id,
    userName: account.user.name,
    chargingMode: 0,
    createdAt: WHEN,
  };
}

const record = ({ inputs }: MockedResource): Values => ({
  ...place(inputs),
  status: "succeed",
  progress: "100.00",
  createdAt: WHEN,
  updatedAt: WHEN,
});

const OUTPUTS: Readonly<Record<string, (resource: MockedResource) => Values>> = {
  "pulumi-nodejs:dynamic/otc:DcsInstance": cache,
  "pulumi-nodejs:dynamic/otc:DcsBackup": (resource) => ({
    ...record(resource),
    name: "backup_20240115083000",
    backupId: `${resource.name}-id`,
    backupFormat: resource.inputs.backupFormat ?? "rdb",
    type: "manual",
  }),
  "pulumi-nodejs:dynamic/otc:DcsRestore": (resource) => ({ ...record(resource), name: "restore_20240115083000" }),
};

/**
 * Outputs as the service gives them, for `newResource` of `pulumi.runtime.setMocks`. Every cache is RUNNING at
 * 192.168.0.7. A resource of another package gets none, so the function can stand in the mocks of a whole program.
 *
 * @example
 * pulumi.runtime.setMocks({
 *   newResource: (args) => ({ id: `${args.name}-id`, state: { ...args.inputs, ...mockedOutputs(args) } }),
 *   call: ({ inputs }) => inputs,
 * });
 */
export const mockedOutputs = (resource: MockedResource): Record<string, unknown> =>
  OUTPUTS[resource.type]?.(resource) ?? {};
