import type { Instance } from "../../../provider/dcs-instance/api/types";
import type { InstanceInputs } from "../../../provider/dcs-instance/values/types";

export const ZONES = [
  { id: "ae04cf9d61544df3806a3feeb401b204", code: "eu-de-01", resource_availability: "true" },
  { id: "d573142f24894ef3bd3664de068b44b0", code: "eu-de-02", resource_availability: "true" },
  { id: "4f0d63e2c8a1597bae32d5f9a7b81c46", code: "eu-de-04", resource_availability: "false" },
];

const network = {
  vpcId: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  subnetId: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
};

export const POLICY = {
  saveDays: 3,
  backupType: "auto",
  periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] },
};

export const DAILY = {
  saveDays: 1,
  backupType: "auto",
  periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 2, 3, 4, 5, 6, 7] },
};

/** A cache of today. */
export const current = (patch: object = {}): InstanceInputs => ({
  name: "sessions",
  engine: "Redis",
  engineVersion: "6.0",
  capacity: 2,
  password: "Blue_Kettle7",
  ...network,
  availableZones: ["eu-de-01", "eu-de-02"],
  cacheMode: "ha",
  ...patch,
});

/** The specification's own request, with a product and a password for its placeholders. */
export const seed = (patch: object = {}): InstanceInputs => ({
  name: "dcs-a11e",
  description: "Create a instance",
  engine: "Redis",
  engineVersion: "3.0",
  capacity: 2,
  password: "Blue_Kettle7",
  ...network,
  securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
  availableZones: [ZONES[0]?.id ?? "", ZONES[1]?.id ?? ""],
  productId: "OTC_DCS_MS",
  instanceBackupPolicy: DAILY,
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
  ...patch,
});

export const without = <T extends object>(inputs: T, ...properties: string[]): T =>
  Object.fromEntries(Object.entries(inputs).filter(([key]) => !properties.includes(key))) as T;

export const ID = "9c1a6f8e-0a47-4b7e-9f0c-5d2f4c1b7e11";

/** Another instance. */
export const OTHER = "11111111-2222-4333-8444-555555555555";

/** What the service answers for `current()` once it runs. */
export const served = (patch: object = {}): Instance => ({
  instance_id: ID,
  name: "sessions",
  description: null,
  status: "RUNNING",
  engine: "Redis",
  engine_version: "6.0",
  capacity: 2,
  capacity_minor: null,
  ip: "192.168.10.21",
  port: 6379,
  product_id: "redis.ha.xu1.large.r2.2-h",
  resource_spec_code: "redis.ha.xu1.large.r2.2",
  cache_mode: "ha",
  vpc_id: network.vpcId,
  subnet_id: network.subnetId,
  security_group_id: null,
  available_zones: ZONES.slice(0, 2).map(({ id }) => id),
  az_codes: ["eu-de-01", "eu-de-02"],
  maintain_begin: "02:00:00",
  maintain_end: "06:00:00",
  instance_backup_policy: null,
  no_password_access: "false",
  enable_publicip: false,
  publicip_id: null,
  enterprise_project_id: null,
  tags: [],
  created_at: "2024-01-15T08:30:00.297Z",
  ...patch,
});
