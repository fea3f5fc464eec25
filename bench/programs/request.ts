import type { Input } from "@pulumi/pulumi";

/** For the local DCS only. */
export const PASSWORD = "Bench_1-local";

export const nameOf = (index: number): string => `dcs-a11e-${String(index).padStart(4, "0")}`;

/**
 * The example request of the specification, as arguments of this provider's class. No type of the class is named: a
 * plain provider's program must not load it.
 */
export const specification = (index: number, password: Input<string> = PASSWORD) => ({
  name: nameOf(index),
  description: "Create a instance",
  engine: "Redis",
  engineVersion: "3.0",
  capacity: 2,
  password,
  vpcId: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
  subnetId: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
  availableZones: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
  productId: "OTC_DCS_MS",
  instanceBackupPolicy: {
    saveDays: 1,
    backupType: "auto",
    periodicalBackupPlan: {
      beginAt: "00:00-01:00",
      periodType: "weekly",
      backupAt: [1, 2, 3, 4, 5, 6, 7],
    },
  },
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
});

const inSnakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function spelledAsSent(value: unknown): unknown {
  // Anything with a class of its own (an Output) is a value.
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [inSnakeCase(key), spelledAsSent(inner)]));
}

/** The same request in the spelling of the API: what a plain provider hands on. */
export const requestBody = (index: number, password: Input<string> = PASSWORD): Record<string, unknown> =>
  spelledAsSent(specification(index, password)) as Record<string, unknown>;
