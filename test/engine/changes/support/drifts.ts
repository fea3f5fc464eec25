import type { Tampering } from "../../../../emulator";
import { productById } from "../../../../emulator/catalogue/products";
import { zones } from "../../../../emulator/catalogue/zones";
import type { BackupPolicy } from "../../../../emulator/world/records/instance-record";
import { NODE } from "../../support/calls";
import { cluster, type ExpectedCall, first, ha, modify, type Row, resize, tag, withPassword } from "../rows/row";
import { switchTls } from "../rows/tls";

/** A change that somebody makes at the service, outside of Pulumi. */
export interface Drift {
  readonly argument: string;
  /** What was done to it. */
  readonly done: string;
  readonly declared: Row["from"];
  readonly tampering: Tampering;
  /** Old and new value as refresh prints them; nothing of what the service chooses by itself. */
  readonly shown: string | undefined;
  /**
   * The calls of the next `up` that repair it in place; `refused` where only a new instance could; `left alone` where the
   * program does not declare the argument.
   */
  readonly repair: readonly ExpectedCall[] | "refused" | "left alone";
  /** The argument after the repair, where it cannot become what it was. */
  readonly left?: unknown;
}

const auto = {
  saveDays: 2,
  backupType: "auto",
  periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] },
};
const sent = {
  save_days: 2,
  backup_type: "auto",
  periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] },
};
const stored = (change: Partial<BackupPolicy>): Tampering => ({
  backupPolicy: {
    id: "5b0e8a3e-0000-4000-8000-000000000001",
    createdAt: "2026-01-15T08:35:00.120Z",
    updatedAt: "2026-01-15T08:35:00.120Z",
    policy: {
      ...sent,
      backup_type: "auto",
      ...change,
      periodical_backup_plan: { ...sent.periodical_backup_plan, period_type: "weekly", timezone_offset: null },
    },
  },
});

const size = (id: string, capacity: number): Tampering => {
  const product = productById.get(id);
  if (product === undefined) throw new Error(`no product ${id}`);
  return { product, capacity };
};

const elsewhere = "11111111-2222-4333-8444-555555555555";
const zoneIds = [zones[0]?.id as string, zones[2]?.id as string];

/** Each argument that the service answers, changed behind Pulumi's back. */
export const drifts: readonly Drift[] = [
  {
    argument: "name",
    done: "changed",
    declared: { ...ha, name: "carts" },
    tampering: { name: "renamed" },
    shown: '"carts" -> "renamed"',
    repair: [modify({ name: "carts" })],
  },
  {
    argument: "description",
    done: "changed",
    declared: { ...ha, description: "carts" },
    tampering: { description: "typed into the console" },
    shown: '"carts" -> "typed into the console"',
    repair: [modify({ description: "carts" })],
  },
  {
    argument: "description",
    done: "set though not declared",
    declared: ha,
    tampering: { description: "typed into the console" },
    shown: '(not set) -> "typed into the console"',
    repair: "left alone",
  },
  {
    argument: "maintainBegin",
    done: "changed",
    declared: { ...first, maintainBegin: "22:00:00", maintainEnd: "02:00:00" },
    tampering: { maintainBegin: "10:00:00", maintainEnd: "14:00:00" },
    shown: '"22:00:00" -> "10:00:00"',
    repair: [modify({ maintain_begin: "22:00:00", maintain_end: "02:00:00" })],
  },
  {
    argument: "maintainEnd",
    done: "changed though the window is not declared",
    declared: ha,
    tampering: { maintainBegin: "10:00:00", maintainEnd: "14:00:00" },
    shown: '"06:00:00" -> "14:00:00"',
    repair: "left alone",
  },
  {
    argument: "instanceBackupPolicy",
    done: "kept longer",
    declared: { ...ha, instanceBackupPolicy: auto },
    tampering: stored({ save_days: 7 }),
    shown: '"saveDays":7',
    repair: [modify({ instance_backup_policy: sent })],
  },
  {
    argument: "instanceBackupPolicy",
    done: "taken away",
    declared: { ...ha, instanceBackupPolicy: auto },
    tampering: { backupPolicy: null },
    shown: "-> (not set)",
    repair: [modify({ instance_backup_policy: sent })],
  },
  {
    argument: "instanceBackupPolicy",
    done: "added though not declared",
    declared: cluster,
    tampering: stored({}),
    shown: "(not set) -> ",
    repair: "left alone",
  },
  {
    argument: "securityGroupId",
    done: "changed",
    declared: first,
    tampering: { securityGroupId: elsewhere },
    shown: `-> "${elsewhere}"`,
    repair: [modify({ security_group_id: String(first.securityGroupId) })],
  },
  {
    argument: "tags",
    done: "changed",
    declared: { ...ha, tags: { team: "shop" } },
    tampering: {
      tags: [
        { key: "team", value: "shop" },
        { key: "stage", value: "test" },
      ],
    },
    shown: '{"team":"shop"} -> {"team":"shop","stage":"test"}',
    repair: [tag("delete", ["stage", "test"])],
  },
  {
    argument: "whitelist",
    done: "another list",
    declared: { ...ha, whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }] },
    tampering: {
      whitelist: { enable_whitelist: true, whitelist: [{ group_name: "all", ip_list: ["10.0.0.0/8"] }] },
    },
    shown: '[{"groupName":"web","ipList":["10.1.0.0/16"]}] -> [{"groupName":"all","ipList":["10.0.0.0/8"]}]',
    repair: [
      {
        call: "PUT /instance/{id}/whitelist",
        body: { enable_whitelist: true, whitelist: [{ group_name: "web", ip_list: ["10.1.0.0/16"] }] },
      },
    ],
  },
  {
    argument: "enableWhitelist",
    done: "switched off",
    declared: { ...ha, whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }], enableWhitelist: true },
    tampering: {
      whitelist: { enable_whitelist: false, whitelist: [{ group_name: "web", ip_list: ["10.1.0.0/16"] }] },
    },
    shown: "true -> false",
    repair: [
      {
        call: "PUT /instance/{id}/whitelist",
        body: { enable_whitelist: true, whitelist: [{ group_name: "web", ip_list: ["10.1.0.0/16"] }] },
      },
    ],
  },
  {
    argument: "capacity",
    done: "less than declared",
    declared: { ...ha, capacity: 4 },
    tampering: size("redis.ha.xu1.large.r2.2-h", 2),
    shown: "4 -> 2",
    repair: [resize("redis.ha.xu1.large.r2.4", 4)],
  },
  {
    argument: "capacity",
    done: "more than declared",
    declared: { ...ha, capacity: 2 },
    tampering: size("redis.ha.xu1.large.r2.4-h", 4),
    shown: "2 -> 4",
    repair: [resize("redis.ha.xu1.large.r2.2", 2)],
  },
  {
    argument: "capacity",
    done: "more than declared on 3.0",
    declared: { ...first, capacity: 2 },
    tampering: { capacity: 4 },
    shown: "2 -> 4",
    repair: "refused",
  },
  {
    argument: "enableSsl",
    done: "switched on",
    declared: { ...ha, enableSsl: false },
    tampering: { enableSsl: true },
    shown: "false -> true",
    repair: [switchTls(false)],
  },
  {
    argument: "enableSsl",
    done: "switched off",
    declared: { ...ha, enableSsl: true },
    tampering: { enableSsl: false },
    shown: "true -> false",
    repair: [switchTls(true)],
  },
  {
    argument: "enableSsl",
    done: "switched on though not declared",
    declared: ha,
    tampering: { enableSsl: true },
    shown: undefined,
    repair: "left alone",
  },
  {
    argument: "replicas",
    done: "more than declared",
    declared: { ...ha, replicas: 2 },
    tampering: size("redis.ha.xu1.large.r3.2-h", 2),
    shown: "2 -> 3",
    repair: [resize("redis.ha.xu1.large.r2.2", 2, { change_type: "deleteReplication", node_list: [NODE] })],
  },
  {
    argument: "replicas",
    done: "more though not declared",
    declared: ha,
    tampering: size("redis.ha.xu1.large.r3.2-h", 2),
    shown: undefined,
    repair: "left alone",
  },
  {
    argument: "productId",
    done: "with more nodes",
    declared: { ...ha, cacheMode: undefined, productId: "redis.ha.xu1.large.r2.2-h" },
    tampering: size("redis.ha.xu1.large.r3.2-h", 2),
    shown: '"redis.ha.xu1.large.r2.2-h" -> "redis.ha.xu1.large.r3.2-h"',
    repair: [resize("redis.ha.xu1.large.r2.2", 2, { change_type: "deleteReplication", node_list: [NODE] })],
  },
  {
    argument: "productId",
    done: "of another mode",
    declared: { ...ha, cacheMode: undefined, productId: "redis.ha.xu1.large.r2.4-h", capacity: 4 },
    tampering: size("redis.cluster.xu1.large.r2.4-h", 4),
    shown: '"redis.ha.xu1.large.r2.4-h" -> "redis.cluster.xu1.large.r2.4-h"',
    repair: "refused",
  },
  {
    argument: "cacheMode",
    done: "another",
    declared: { ...ha, capacity: 4 },
    tampering: size("redis.cluster.xu1.large.r2.4-h", 4),
    shown: '"ha" -> "cluster"',
    repair: "refused",
  },
  {
    argument: "engineVersion",
    done: "raised",
    declared: { ...ha, engineVersion: "5.0" },
    tampering: { engineVersion: "6.0" },
    shown: '"5.0" -> "6.0"',
    repair: "refused",
  },
  {
    argument: "noPasswordAccess",
    done: "switched on",
    declared: withPassword,
    tampering: { passwordFree: true },
    shown: "-> true",
    repair: [{ call: "POST /instances/{id}/password/reset", body: { new_password: "***" } }],
  },
  {
    argument: "vpcId",
    done: "another",
    declared: ha,
    tampering: { vpcId: elsewhere },
    shown: `-> "${elsewhere}"`,
    repair: "refused",
  },
  {
    argument: "subnetId",
    done: "another",
    declared: ha,
    tampering: { subnetId: elsewhere },
    shown: `-> "${elsewhere}"`,
    repair: "refused",
  },
  {
    argument: "availableZones",
    done: "others",
    declared: ha,
    tampering: { zoneIds },
    shown: '["eu-de-01","eu-de-02"] -> ',
    repair: "refused",
  },
  {
    argument: "privateIp",
    done: "another than declared",
    declared: { ...ha, privateIp: "192.168.0.7" },
    tampering: { ip: "192.168.0.9" },
    shown: '"192.168.0.7" -> "192.168.0.9"',
    repair: "refused",
  },
  {
    argument: "port",
    done: "another than declared",
    declared: { ...ha, port: 6380 },
    tampering: { port: 6381 },
    shown: "6380 -> 6381",
    repair: [modify({ port: 6380 })],
  },
  {
    argument: "publicipId",
    done: "another",
    declared: { ...ha, enablePublicip: true, publicipId: "22222222-3333-4444-8555-666666666666" },
    tampering: { publicIpId: elsewhere },
    shown: `-> "${elsewhere}"`,
    repair: "refused",
  },
  {
    argument: "enterpriseProjectId",
    done: "another than declared",
    declared: { ...ha, enterpriseProjectId: elsewhere },
    tampering: { enterpriseProjectId: "0" },
    shown: `"${elsewhere}" -> "0"`,
    repair: "refused",
  },
  {
    argument: "tags",
    done: "set though not declared",
    declared: ha,
    tampering: { tags: [{ key: "team", value: "shop" }] },
    shown: '(not set) -> {"team":"shop"}',
    repair: "left alone",
  },
  {
    argument: "port",
    done: "another though not declared",
    declared: ha,
    tampering: { port: 6380 },
    shown: "6379 -> 6380",
    repair: "left alone",
  },
  {
    argument: "publicipId",
    done: "bound though not declared",
    declared: ha,
    tampering: { publicIpId: elsewhere },
    shown: `(not set) -> "${elsewhere}"`,
    repair: "left alone",
  },
  {
    argument: "enterpriseProjectId",
    done: "another though not declared",
    declared: ha,
    tampering: { enterpriseProjectId: elsewhere },
    shown: undefined,
    repair: "left alone",
  },
  {
    argument: "productId",
    done: "of another family though only the mode is declared",
    declared: ha,
    tampering: size("redis.ha.xu1.large.r3.2-h", 2),
    shown: undefined,
    repair: "left alone",
  },
  {
    argument: "privateIp",
    done: "another though not declared",
    declared: ha,
    tampering: { ip: "192.168.0.99" },
    shown: undefined,
    repair: "left alone",
  },
];
