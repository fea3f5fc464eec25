import { programOf } from "../../../terraform/program/program";
import { cachesOf } from "../../../terraform/state/caches";
import { compile } from "../../support/compile";
import { PASSWORD, stateOf, v1, v2 } from "./states";

const program = (...resources: object[]) => programOf(cachesOf(stateOf(resources)));
const V2 = "opentelekomcloud_dcs_instance_v2";

/** Everything version 2 of Terraform's resource can declare. */
const everything = {
  description: "carts",
  port: 6390,
  private_ip: "192.168.0.9",
  whitelist: [{ group_name: "web", ip_list: ["10.1.0.0/16"] }],
  enable_whitelist: false,
  ssl_enable: true,
  parameters: [{ id: "1", name: "maxmemory-policy", value: "allkeys-lru" }],
  rename_commands: { keys: "list-keys" },
  maintain_begin: "22:00:00",
  maintain_end: "02:00:00",
  backup_policy: [
    { save_days: 3, backup_type: "auto", begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1] },
  ],
  tags: { team: "shop" },
  region: "eu-de",
  reserved_ips: ["192.168.0.9"],
  timeouts: { create: "30m", update: null },
};

// The compiler's first run reads all of Pulumi's declarations.
beforeAll(() => {
  const imports = 'import { Config } from "@pulumi/pulumi"; import { DcsInstance } from "pulumi-otc-dcs";';
  expect(compile(`${imports} const port: number = "none"; export { Config, DcsInstance, port };`)).toHaveLength(1);
}, 60_000);

test("everything that Terraform declares becomes arguments, in a program that compiles", () => {
  const { text } = program(v2(undefined, everything));
  expect(compile(text)).toEqual([]);
  expect(text).toContain(`const sessions = new DcsInstance("sessions", {
  name: "sessions",
  description: "carts",
  engineVersion: "6.0",
  productId: "redis.ha.xu1.large.r2.2-h",
  capacity: 2,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
  privateIp: "192.168.0.9",
  port: 6390,
  password: config.requireSecret("sessionsPassword"),
  whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }],
  enableWhitelist: false,
  enableSsl: true,
  parameters: { "maxmemory-policy": "allkeys-lru" },
  renameCommands: { keys: "list-keys" },
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
  instanceBackupPolicy: {
    saveDays: 3,
    backupType: "auto",
    periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1] },
  },
  tags: { team: "shop" },
  region: "eu-de",
  reservedIps: ["192.168.0.9"],
`);
  expect(text).toContain('}, { customTimeouts: { create: "30m" } });');
});

test("what Terraform marks as sensitive is asked of the configuration, whatever attribute it is", () => {
  const marks = Object.fromEntries(Object.keys(v2(undefined, everything).values).map((name) => [name, true]));
  const { text, secretCommands } = program(v2(undefined, everything, { sensitive_values: marks }));
  expect(compile(text)).toEqual([]);
  for (const hidden of ["carts", "eu-de-01", "6390", "10.1.0.0", "allkeys-lru", "list-keys", "shop", "00:00-01:00"]) {
    expect(text).not.toContain(hidden);
  }
  expect(secretCommands).toContain("pulumi config set --secret sessionsDescription");
  expect(secretCommands).toContain("pulumi config set --secret sessionsTags   # as JSON");
  expect(text).toContain('port: config.requireSecretNumber("sessionsPort")');
});

test("a value of which a part is sensitive is not printed either", () => {
  const { text } = program(v2(undefined, everything, { sensitive_values: { tags: { team: true }, whitelist: [{}] } }));
  expect(text).not.toContain("shop");
  expect(text).toContain("10.1.0.0/16");
});

test("a password is never printed, and the program says how to set it", () => {
  const made = program(v1(), v2(undefined, {}, { sensitive_values: {} }));
  expect(JSON.stringify(made)).not.toContain(PASSWORD);
  expect(made.secretCommands).toEqual([
    "pulumi config set --secret cartsPassword",
    "pulumi config set --secret sessionsPassword",
  ]);
  for (const command of made.secretCommands) expect(made.text).toContain(command);
});

test("caches of count, for_each and modules become resources of their own", () => {
  const child = [v2(`module.web["eu"].${V2}.sessions["a"]`), v2(`module.web["eu"].${V2}.sessions["b"]`)];
  const found = cachesOf(stateOf([v2(`${V2}.sessions[0]`), v2(`${V2}.sessions[1]`)], child));
  const { text, forgetCommands } = programOf(found);
  expect(compile(text)).toEqual([]);
  expect([...text.matchAll(/const (\w+) = new DcsInstance\("([\w-]+)"/g)].map(([, ...names]) => names)).toEqual([
    ["sessions0", "sessions-0"],
    ["sessions1", "sessions-1"],
    ["webEuSessionsA", "web-eu-sessions-a"],
    ["webEuSessionsB", "web-eu-sessions-b"],
  ]);
  expect(forgetCommands.at(-1)).toBe(`terraform state rm 'module.web["eu"].${V2}.sessions["b"]'`);
});

test("a state without caches becomes a program that compiles and declares nothing", () => {
  for (const state of [{ format_version: "1.0" }, stateOf([])]) {
    const { text, caches } = programOf(cachesOf(state));
    expect(compile(text)).toEqual([]);
    expect(caches).toBe(0);
    expect(text).not.toContain("new DcsInstance");
  }
});

test("data sources and resources of other types are no caches", () => {
  const { caches } = program({ ...v2(), mode: "data" }, { ...v2(), type: "opentelekomcloud_vpc_v1" });
  expect(caches).toBe(0);
});

test("data sources of DCS are named, with the function that a program asks instead", () => {
  const zone = { ...v2("data.opentelekomcloud_dcs_az_v1.first"), mode: "data", type: "opentelekomcloud_dcs_az_v1" };
  const { passed, text } = program(v2(), zone);
  const line = `${zone.address} is a data source: ask getAvailabilityZones where its value is needed`;
  expect(passed).toEqual([line]);
  expect(text).toContain(line);
});

test("an instance that the state has twice, a deposed one and one without its VPC are named and not declared", () => {
  const twin = v2(`${V2}.again`, { id: v2().values.id });
  const deposed = v2(`${V2}.before`, {}, { deposed_key: "1a2b3c4d" });
  const { caches, passed, text } = program(v2(), twin, deposed, v2(`${V2}.half`, { vpc_id: "" }));
  expect(caches).toBe(1);
  expect(passed).toEqual([
    `${V2}.again is the same instance as ${V2}.sessions`,
    `${V2}.before is what a replacement left: Terraform has yet to delete it`,
    `${V2}.half: the state does not show its vpcId`,
  ]);
  for (const line of passed) expect(text).toContain(`//     ${line}`);
});
