import { type CustomResourceOptions, secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";

/** For the local DCS only. It is searched for in all that is written, so it looks different in every encoding. */
export const PASSWORD = "Local\\Kettle/7&<only";

/** A cache of today's edition. */
export const todays: DcsInstanceArgs = {
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

/** A cache with everything set that can be read back. */
export const everythingSet: DcsInstanceArgs = {
  ...todays,
  name: "sessions",
  description: "Sessions of the web shop",
  port: 6390,
  whitelist: [
    { groupName: "web", ipList: ["10.1.0.0/16", "10.2.3.4"] },
    { groupName: "jobs", ipList: ["10.3.0.0/24"] },
  ],
  parameters: { timeout: 300, "maxmemory-policy": "allkeys-lru" },
  enableSsl: true,
  renameCommands: { keys: "list-keys" },
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
  instanceBackupPolicy: {
    saveDays: 3,
    backupType: "auto",
    periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] },
  },
  tags: { team: "shop", stage: "live" },
};

/** A program with one cache named `sessions`; what is given here joins or replaces {@link todays}. */
export const oneCache =
  (changes: Partial<DcsInstanceArgs> & Record<string, unknown> = {}, options: CustomResourceOptions = {}): PulumiFn =>
  async () => {
    const cache = new DcsInstance("sessions", { password: secret(PASSWORD), ...todays, ...changes }, options);
    return { endpoint: cache.endpoint, status: cache.status, id: cache.id };
  };
