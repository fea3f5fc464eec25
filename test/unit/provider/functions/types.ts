import { type Output, output } from "@pulumi/pulumi";
import type * as provider from "../../../../provider";
import {
  type AvailabilityZone,
  type Backup,
  type BackupLinks,
  type Flavor,
  getAvailabilityZones,
  type getAvailabilityZonesOutput,
  getBackupLinks,
  getBackupLinksOutput,
  getBackups,
  getBackupsOutput,
  getCertificate,
  getCertificateOutput,
  getFlavors,
  getFlavorsOutput,
  getInstances,
  getInstancesOutput,
  getMaintenanceWindows,
  type getMaintenanceWindowsOutput,
  getParameters,
  getParametersOutput,
  getParameterTemplates,
  getParameterTemplatesOutput,
  getProducts,
  getProductsOutput,
  getQuota,
  getQuotaOutput,
  type InstanceSummary,
  type MaintenanceWindow,
  type Parameter,
  type ParameterTemplate,
  type Product,
  type Quota,
} from "../../../../provider";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => {};

type Found<F extends (...args: never) => unknown> = Awaited<ReturnType<F>>;
type FoundOutput<F extends (...args: never) => unknown> = ReturnType<F> extends Output<infer R> ? R : never;

type Tested =
  | "getAvailabilityZones"
  | "getBackupLinks"
  | "getBackups"
  | "getCertificate"
  | "getFlavors"
  | "getInstances"
  | "getMaintenanceWindows"
  | "getParameters"
  | "getParameterTemplates"
  | "getProducts"
  | "getQuota";

// A new function has to be tested here, too.
same<Same<Extract<keyof typeof provider, `get${string}`>, Tested | `${Tested}Output`>>();

/** Programs that `npm run typecheck` reads: what they find, what is accepted, what is refused. None is ever run. */
export const programs = {
  results: () => {
    same<Same<Found<typeof getAvailabilityZones>, AvailabilityZone[]>>();
    same<Same<Found<typeof getBackupLinks>, BackupLinks>>();
    same<Same<Found<typeof getBackups>, Backup[]>>();
    same<Same<Found<typeof getCertificate>, string>>();
    same<Same<Found<typeof getFlavors>, Flavor[]>>();
    same<Same<Found<typeof getInstances>, InstanceSummary[]>>();
    same<Same<Found<typeof getMaintenanceWindows>, MaintenanceWindow[]>>();
    same<Same<Found<typeof getParameters>, Parameter[]>>();
    same<Same<Found<typeof getParameterTemplates>, ParameterTemplate[]>>();
    same<Same<Found<typeof getProducts>, Product[]>>();
    same<Same<Found<typeof getQuota>, Quota>>();
    same<Same<FoundOutput<typeof getAvailabilityZonesOutput>, AvailabilityZone[]>>();
    same<Same<FoundOutput<typeof getBackupLinksOutput>, BackupLinks>>();
    same<Same<FoundOutput<typeof getBackupsOutput>, Backup[]>>();
    same<Same<FoundOutput<typeof getCertificateOutput>, string>>();
    same<Same<FoundOutput<typeof getFlavorsOutput>, Flavor[]>>();
    same<Same<FoundOutput<typeof getInstancesOutput>, InstanceSummary[]>>();
    same<Same<FoundOutput<typeof getMaintenanceWindowsOutput>, MaintenanceWindow[]>>();
    same<Same<FoundOutput<typeof getParametersOutput>, Parameter[]>>();
    same<Same<FoundOutput<typeof getParameterTemplatesOutput>, ParameterTemplate[]>>();
    same<Same<FoundOutput<typeof getProductsOutput>, Product[]>>();
    same<Same<FoundOutput<typeof getQuotaOutput>, Quota>>();
  },

  fields: async () => {
    const [flavor] = await getFlavors();
    same<Same<NonNullable<typeof flavor>["specCode"], string>>();
    same<Same<NonNullable<typeof flavor>["capacity"], number>>();
    same<Same<NonNullable<typeof flavor>["maxConnections"], number | undefined>>();
    same<Same<NonNullable<typeof flavor>["availableZones"], readonly string[]>>();
    // @ts-expect-error the API's own spelling
    flavor?.spec_code;
    const [product] = await getProducts();
    same<Same<NonNullable<typeof product>["productId"], string>>();
    // @ts-expect-error results cannot be changed
    if (product) product.productId = "other";
    const [zone] = await getAvailabilityZones();
    same<Same<NonNullable<typeof zone>["hasResources"], boolean>>();
    const [window] = await getMaintenanceWindows();
    same<Same<NonNullable<typeof window>["isDefault"], boolean>>();
    const quota = await getQuota();
    // @ts-expect-error a part that the service does not limit is absent
    quota.memory.free;
    same<Same<NonNullable<Quota["instances"]>["free"], number>>();
    const [backup] = await getBackups({ instanceId: "1" });
    same<Same<NonNullable<typeof backup>["restorable"], boolean>>();
    const [instance] = await getInstances({ name: "sessions", tags: { team: "shop" } });
    same<Same<NonNullable<typeof instance>["endpoint"], string | undefined>>();
    const [parameter] = await getParameters({ instanceId: "1" });
    same<Same<NonNullable<typeof parameter>["defaultValue"], string>>();
    const { links } = await getBackupLinks({ instanceId: "1", backupId: "2", expiration: 300 });
    same<Same<(typeof links)[number]["link"], string>>();
    const id: Output<string | undefined> = getProductsOutput({ cacheMode: "ha" }).apply(([first]) => first?.productId);
    return id;
  },

  accepted: () => {
    getFlavors({ cacheMode: "ha", engineVersion: "6.0", capacity: 2, replicas: 2, zone: "eu-de-01" });
    getProducts({ cacheMode: "ha_rw_split", capacity: 0.125, region: "eu-nl", projectId: "1" });
    getParameterTemplates({ type: "sys", cacheMode: "cluster", name: "Default" });
    getInstances({ status: "RUNNING" });
    getFlavorsOutput({ zone: output("eu-de-01"), capacity: output(2), cacheMode: output("ha" as const) });
    getParametersOutput({ instanceId: output("1"), region: "eu-de" });
    getBackupLinksOutput({ instanceId: output("1"), backupId: Promise.resolve("2") });
    getInstancesOutput({ tags: output({ team: "shop" }) });
  },

  refused: () => {
    // @ts-expect-error no such mode
    getFlavors({ cacheMode: "cluter" });
    // @ts-expect-error no such mode
    getProducts({ cacheMode: "HA" });
    // @ts-expect-error a number of GB
    getProducts({ capacity: "2" });
    // @ts-expect-error products know no zone
    getProducts({ zone: "eu-de-01" });
    // @ts-expect-error the API's own spelling
    getFlavors({ engine_version: "6.0" });
    // @ts-expect-error the version is a text
    getFlavors({ engineVersion: 6 });
    // @ts-expect-error the type is required
    getParameterTemplates({});
    // @ts-expect-error no such type
    getParameterTemplates({ type: "system" });
    // @ts-expect-error whose parameters?
    getParameters({});
    // @ts-expect-error whose backups?
    getBackups();
    // @ts-expect-error a backup is required
    getBackupLinks({ instanceId: "1" });
    // @ts-expect-error whose certificate?
    getCertificate({ instance: "1" });
    // @ts-expect-error tags are texts
    getInstances({ tags: { team: 1 } });
    // @ts-expect-error no arguments beside the place
    getQuota({ capacity: 2 });
    // @ts-expect-error no arguments beside the place
    getMaintenanceWindows({ begin: "02:00:00" });
    // @ts-expect-error a typo
    getAvailabilityZones({ regoin: "eu-de" });
    // @ts-expect-error a promise takes no outputs
    getFlavors({ zone: output("eu-de-01") });
    // @ts-expect-error a promise takes no outputs
    getParameters({ instanceId: output("1") });
    // @ts-expect-error an output of any text is no mode
    getFlavorsOutput({ cacheMode: output("ha" as string) });
    // @ts-expect-error an output of a number is no id
    getCertificateOutput({ instanceId: output(1) });
    // @ts-expect-error whose backups?
    getBackupsOutput({});
    // @ts-expect-error the type is required
    getParameterTemplatesOutput({ name: "Default" });
    // @ts-expect-error a typo
    getQuotaOutput({ regoin: "eu-de" });
    // @ts-expect-error a number of GB
    getProductsOutput({ capacity: output("2") });
  },
};
