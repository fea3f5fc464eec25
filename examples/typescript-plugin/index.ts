import * as pulumi from "@pulumi/pulumi";
import * as otc from "pulumi-otc";

const config = new pulumi.Config();

const cache = new otc.dcs.Instance("sessions", {
  description: "Sessions of the web shop",
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  // The local DCS accepts any network. For the cloud, set the ids of your network with `pulumi config set`.
  vpcId: config.get("vpcId") ?? "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: config.get("subnetId") ?? "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  password: config.requireSecret("cachePassword"),
  whitelist: [{ groupName: "web", ipList: ["192.168.0.0/16"] }],
  parameters: { "maxmemory-policy": "allkeys-lru", timeout: 300 },
});

export const endpoint = cache.endpoint;
export const instanceId = cache.id;
export const maxConnections = otc.dcs
  .getFlavorsOutput({ cacheMode: "ha", engineVersion: "6.0", capacity: 2 })
  .apply(({ flavors }) => flavors[0]?.maxConnections);
