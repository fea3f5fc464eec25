import * as pulumi from "@pulumi/pulumi";
import { DcsBackup, DcsInstance } from "pulumi-otc-dcs";

const config = new pulumi.Config();

const cache = new DcsInstance("sessions", {
  description: "Sessions of the web shop",
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  // The local DCS takes any network; for the cloud, set the ids of your own with `pulumi config set`.
  vpcId: config.get("vpcId") ?? "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: config.get("subnetId") ?? "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",

  // Who gets in: a password, encrypted connections, and the servers of the shop only.
  password: config.requireSecret("cachePassword"),
  enableSsl: true,
  whitelist: [{ groupName: "web", ipList: ["192.168.0.0/16"] }],

  // How Redis behaves: old sessions make room for new ones, and idle connections are closed.
  parameters: { "maxmemory-policy": "allkeys-lru", timeout: 300 },

  // What keeps the data: a backup each night, and no replacement or deletion by mistake.
  instanceBackupPolicy: {
    backupType: "auto",
    saveDays: 7,
    periodicalBackupPlan: { periodType: "weekly", backupAt: [1, 2, 3, 4, 5, 6, 7], beginAt: "02:00-03:00" },
  },
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
  deletionProtection: config.getBoolean("deletionProtection") ?? true,
});

// A backup before a change: another remark makes another backup. It is deleted with the cache. `pulumi destroy` deletes
// it before it comes to the cache, which then refuses: the option `protect: true` keeps the backup from that.
const backup = new DcsBackup("before-change", {
  instanceId: cache.id,
  remark: config.get("change") ?? "first set-up",
});

export const endpoint = cache.endpoint;
export const instanceId = cache.id;
export const backupId = backup.id;
