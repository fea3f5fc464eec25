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

/** A program with one cache named `sessions`; what is given here joins or replaces {@link todays}. */
export const oneCache =
  (changes: Partial<DcsInstanceArgs> & Record<string, unknown> = {}, options: CustomResourceOptions = {}): PulumiFn =>
  async () => {
    const cache = new DcsInstance("sessions", { password: secret(PASSWORD), ...todays, ...changes }, options);
    return { endpoint: cache.endpoint, status: cache.status, id: cache.id };
  };
