import * as pulumi from "@pulumi/pulumi";
import { DcsInstance, getFlavorsOutput, getMaintenanceWindowsOutput, getQuotaOutput } from "pulumi-otc-dcs";

const config = new pulumi.Config();
const capacity = config.getNumber("capacity") ?? 2;

// The smallest master/standby flavor that holds the wanted size and that two zones have in stock.
const flavor = getFlavorsOutput({ cacheMode: "ha", engineVersion: "6.0", replicas: 2 }).apply((flavors) => {
  const found = flavors.find((each) => each.capacity >= capacity && each.availableZones.length >= 2);
  if (!found) throw new pulumi.RunError(`no master/standby cache of ${capacity} GB or more is in stock in two zones`);
  return found;
});

// The earliest window that is not the default one, in which most caches are maintained.
const window = getMaintenanceWindowsOutput().apply((windows) => {
  const [first] = windows.filter(({ isDefault }) => !isDefault).sort((a, b) => a.begin.localeCompare(b.begin));
  if (!first) throw new pulumi.RunError("the service offers no maintenance window beside the default one");
  return first;
});

const cache = new DcsInstance("found", {
  engineVersion: "6.0",
  productId: pulumi.interpolate`${flavor.specCode}-h`,
  capacity: flavor.capacity,
  availableZones: flavor.availableZones.apply((zones) => zones.slice(0, 2)),
  maintainBegin: window.begin,
  maintainEnd: window.end,
  // The local DCS takes any network; for the cloud, set the ids of your own with `pulumi config set`.
  vpcId: config.get("vpcId") ?? "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: config.get("subnetId") ?? "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  password: config.requireSecret("cachePassword"),
  whitelist: [{ groupName: "web", ipList: ["192.168.0.0/16"] }],
});

export const endpoint = cache.endpoint;
export const product = cache.productId;
export const connections = flavor.maxConnections;
export const freeCaches = getQuotaOutput().apply(({ instances }) => instances?.free);
