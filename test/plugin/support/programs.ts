import type { Program } from "./yaml-stack";

/** For the local DCS only. */
export const PASSWORD = "Local\\Kettle/7&<only";

export const secret = (value: string) => ({ "fn::secret": value });

/** A value of another resource. */
export const ref = (path: string): string => `$\{${path}}`;

/** A cache of today's edition. */
export const todays = {
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }],
};

/** A program with one cache named `sessions`. */
export const oneCache = (changes: object = {}, options: object = {}): Program => ({
  resources: {
    sessions: {
      type: "otc:dcs:Instance",
      properties: { ...todays, password: secret(PASSWORD), ...changes },
      ...(Object.keys(options).length > 0 ? { options } : {}),
    },
  },
  outputs: { id: ref("sessions.id"), endpoint: ref("sessions.endpoint"), url: ref("sessions.connectionString") },
});
