import { PASSWORD, todays } from "./programs";
import type { Made } from "./terraform-state";

const place = { engine: "Redis", vpc_id: todays.vpcId, subnet_id: todays.subnetId };
const policy = (backup_type: string) => ({
  save_days: 3,
  backup_type,
  periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] },
});
const flatPolicy = (backup_type: string) => ({
  save_days: 3,
  backup_type,
  begin_at: "00:00-01:00",
  period_type: "weekly",
  backup_at: [1, 3, 5],
});
const group = (group_name: string, ...ip_list: string[]) => ({ group_name, ip_list });

const V1 = "opentelekomcloud_dcs_instance_v1";
const V2 = "opentelekomcloud_dcs_instance_v2";
const ZONE_IDS = ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"];

/** Five caches of both versions of the resource, one of each sort that reads differently. */
export const CACHES: readonly Made[] = [
  {
    address: `${V1}.carts`,
    order: {
      ...place,
      name: "carts",
      engine_version: "3.0",
      capacity: 2,
      password: PASSWORD,
      security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e",
      available_zones: ZONE_IDS,
      product_id: "OTC_DCS_MS",
      instance_backup_policy: policy("auto"),
      maintain_begin: "22:00:00",
      maintain_end: "02:00:00",
    },
    parameters: { timeout: "300" },
    configured: { available_zones: ZONE_IDS, backup_policy: [flatPolicy("auto")] },
  },
  {
    address: `${V1}.open[0]`,
    order: {
      ...place,
      name: "open-to-all",
      engine_version: "5.0",
      capacity: 0.125,
      no_password_access: "true",
      available_zones: ZONE_IDS.slice(0, 1),
      spec_code: "redis.single.xu1.tiny.128",
      tags: [{ key: "team", value: "shop" }],
    },
    whitelist: { enable: true, groups: [group("web", "10.1.0.0/16")] },
    parameters: { "maxmemory-policy": "allkeys-lru" },
    configured: { available_zones: ["eu-de-01"] },
  },
  {
    address: `${V2}.sessions`,
    order: {
      ...place,
      name: "sessions",
      description: 'Sessions of the "web" shop, on `eu-de` \\ Frankfurt',
      engine_version: "6.0",
      capacity: 2,
      port: 6390,
      password: PASSWORD,
      spec_code: "redis.ha.xu1.large.r2.2",
      az_codes: ["eu-de-01", "eu-de-02"],
      instance_backup_policy: policy("auto"),
      rename_commands: { keys: "list-keys" },
      tags: [
        { key: "team", value: "shop" },
        { key: "cost center", value: "a=b" },
      ],
    },
    whitelist: { enable: true, groups: [group("web", "10.1.0.0/16", "10.2.3.4"), group("jobs", "10.3.0.0/24")] },
    parameters: { timeout: "300", "maxmemory-policy": "allkeys-lru" },
    tls: true,
    configured: { rename_commands: { keys: "list-keys" } },
  },
  {
    address: `module.shop["eu"].${V2}.search`,
    order: {
      ...place,
      name: "search",
      engine_version: "6.0",
      capacity: 4,
      password: PASSWORD,
      spec_code: "redis.cluster.xu1.large.r2.4",
      az_codes: ["eu-de-02", "eu-de-03"],
    },
    whitelist: { enable: false, groups: [group("off", "10.4.0.1")] },
  },
  {
    address: `module.shop["eu"].${V2}.search["old"]`,
    order: {
      ...place,
      name: "search-old",
      engine_version: "7.0",
      capacity: 1,
      password: PASSWORD,
      spec_code: "redis.single.xu1.large.1",
      az_codes: ["eu-de-03"],
    },
  },
];
