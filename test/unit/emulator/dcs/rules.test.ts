import { type Client, current, first, planned, policy, started, zone } from "../support/client";

let client: Client;
beforeAll(async () => {
  client = await started({ createMs: 60_000, instanceQuota: 1000 });
});
afterAll(() => client.emulator.close());

const single = { product_id: "OTC_DCS_SINGLE", available_zones: [zone.one] };
const cluster = { product_id: "OTC_DCS_CL", capacity: 64 };
const single6 = { product_id: "redis.single.xu1.large.2-h", available_zones: [zone.one] };
const free = { no_password_access: "true", password: undefined };

describe("The local DCS creates", () => {
  test.each<[string, object]>([
    ["a pair of Redis 3.0", first()],
    ["a pair of Redis 3.0.7", first({ engine_version: "3.0.7" })],
    ["a single node of Redis 3.0", first(single)],
    ["a cluster of Redis 3.0", first(cluster)],
    ["a pair of Redis 3.0 with a backup policy", first({ instance_backup_policy: policy })],
    ["a policy of the last hour of the day", first({ instance_backup_policy: planned({ begin_at: "23:00-24:00" }) })],
    ["a policy twelve hours west", first({ instance_backup_policy: planned({ timezone_offset: "GMT-12:00" }) })],
    ["a 3.0 password with a colon and a quote", first({ password: "Blue:\"Kettle'7" })],
    ["a window over midnight", first({ maintain_begin: "22:00:00", maintain_end: "02:00:00" })],
    ["a pair of Redis 6.0", current()],
    [
      "an instance named by its spec code alone",
      current({ product_id: undefined, spec_code: "redis.ha.xu1.large.r2.2" }),
    ],
    ["an eighth of a GB", current({ ...single6, capacity: 0.125, product_id: "redis.single.xu1.tiny.128-h" })],
    [
      "a cluster with a policy",
      current({ product_id: "redis.cluster.xu1.large.r2.4-h", capacity: 4, instance_backup_policy: policy }),
    ],
    ["a proxy cluster", current({ product_id: "redis.proxy.xu1.large.4-h", capacity: 4 })],
    ["a pair of Redis 3.0 that says it needs a password", first({ no_password_access: "false" })],
    ["the same as a boolean", first({ no_password_access: false })],
    ["a pair of Redis 6.0 with a security group nobody knows", current({ security_group_id: "dummy-sg-id" })],
    ["an instance without password", current(free)],
    ["an instance without password, asked for by a boolean", current({ ...free, no_password_access: true })],
    ["a password of 64 characters", current({ password: `Aa1${"x".repeat(61)}` })],
    ["a port given as a string", current({ port: "6380" })],
    ["an instance with a field nobody knows", current({ surprise: 1 })],
    [
      "an instance with tags and an address",
      current({ tags: [{ key: "team", value: "shop" }], private_ips: ["192.168.0.7"] }),
    ],
  ])("%s", async (_, body) => {
    const reply = await client.dcs("POST", "/instances", body);
    expect(reply).toMatchObject({ status: 200, body: { instances: [{ instance_id: reply.body.instance_id }] } });
  });
});

describe("The local DCS refuses", () => {
  test.each<[string, string, unknown]>([
    ["an empty body", "111400004", ""],
    ["a body that is not JSON", "111400005", "{"],
    ["a name of three characters", "111400010", current({ name: "abc" })],
    ["a name that begins with a digit", "111400010", current({ name: "1abcd" })],
    ["a description of 1025 characters", "111400011", current({ description: "x".repeat(1025) })],
    ["an engine in lower case", "111400007", current({ engine: "redis" })],
    ["an unknown version", "111400008", current({ engine_version: "7.0" })],
    ["a version that is a number", "111400008", current({ engine_version: 6.0 })],
    ["a capacity the product has not", "111400012", first({ capacity: 3 })],
    ["a fraction of a GB for 3.0", "111400012", first({ ...single, capacity: 0.5 })],
    ["a small cluster of 3.0", "111400012", first({ ...cluster, capacity: 4 })],
    ["a capacity in a string", "111400012", first({ capacity: "2" })],
    ["a capacity that is not the spec code's", "111400012", current({ capacity: 4 })],
    ["3.0 without password", "111400019", first({ password: undefined })],
    ["6.0 without password", "111400845", current({ password: undefined })],
    ["a password beside password-free access", "111400845", current({ no_password_access: "true" })],
    ["a password-free access that is neither", "111400843", current({ no_password_access: "yes" })],
    ["a password of two kinds", "111400019", current({ password: "bluekettle7" })],
    ["a password of seven characters", "111400019", current({ password: "Kettle7" })],
    ["a 3.0 password of 33 characters", "111400019", first({ password: `Aa1${"x".repeat(30)}` })],
    ["a 6.0 password with a colon", "111400019", current({ password: "Blue:Kettle7" })],
    ["a password with a semicolon", "111400019", first({ password: "Blue;Kettle7" })],
    ["a malformed VPC id", "111400013", current({ vpc_id: "vpc" })],
    ["3.0 without security group", "111400014", first({ security_group_id: undefined })],
    ["a malformed subnet id", "111400016", current({ subnet_id: 7 })],
    ["no zone", "DCS.4933", current({ available_zones: [] })],
    ["an unknown zone", "111400042", current({ available_zones: ["eu-de-01"] })],
    ["a zone that is sold out", "111400054", current({ available_zones: [zone.soldOut] })],
    ["a zone twice", "DCS.4933", current({ available_zones: [zone.one, zone.one] })],
    ["two zones for a single node", "111400067", first({ ...single, available_zones: [zone.one, zone.two] })],
    ["an unknown product", "111400009", current({ product_id: "OTC_DCS_XL" })],
    ["an unknown spec code", "DCS.4927", current({ product_id: undefined, spec_code: "redis.ha.2" })],
    ["a product of another version", "111400022", current({ product_id: "OTC_DCS_MS" })],
    ["a policy for a single node", "111400086", first({ ...single, instance_backup_policy: policy })],
    ["a policy for a single node of 6.0", "111400086", current({ ...single6, instance_backup_policy: policy })],
    ["a policy for a cluster of 3.0", "111400086", first({ ...cluster, instance_backup_policy: policy })],
    ["eight days of backups", "111400072", first({ instance_backup_policy: { ...policy, save_days: 8 } })],
    ["no days of backups", "111400072", first({ instance_backup_policy: { ...policy, save_days: undefined } })],
    ["an unknown kind of backup", "111400073", first({ instance_backup_policy: { ...policy, backup_type: "daily" } })],
    [
      "a policy without plan",
      "111400062",
      first({ instance_backup_policy: { ...policy, periodical_backup_plan: undefined } }),
    ],
    ["a daily plan", "111400074", first({ instance_backup_policy: planned({ period_type: "daily" }) })],
    ["an eighth weekday", "111400075", first({ instance_backup_policy: planned({ backup_at: [8] }) })],
    ["a weekday twice", "111400075", first({ instance_backup_policy: planned({ backup_at: [1, 1] }) })],
    ["a weekday in a string", "111400075", first({ instance_backup_policy: planned({ backup_at: ["1"] }) })],
    ["a backup of two hours", "111400076", first({ instance_backup_policy: planned({ begin_at: "00:00-02:00" }) })],
    [
      "an offset beyond twelve hours",
      "111400062",
      first({ instance_backup_policy: planned({ timezone_offset: "GMT+12:30" }) }),
    ],
    ["half a maintenance window", "111400106", current({ maintain_begin: "22:00:00" })],
    ["a window between the windows", "111400106", current({ maintain_begin: "23:00:00", maintain_end: "03:00:00" })],
    ["password-free access to 3.0", "111400062", first({ no_password_access: "true" })],
    ["a port for 3.0", "111400062", first({ port: 6380 })],
    ["port 65536", "111400062", current({ port: 65536 })],
    ["a command that cannot be renamed", "111400062", current({ rename_commands: { get: "fetch" } })],
    ["a public address without its id", "111400062", current({ enable_publicip: true })],
    ["a tag without key", "111400062", current({ tags: [{ key: "", value: "x" }] })],
  ])("%s", async (_, code, body) => {
    const before = client.emulator.instances().length;
    const reply = await client.dcs("POST", "/instances", body);
    expect(reply).toMatchObject({ status: 400, body: { error: { code } } });
    expect(client.emulator.instances()).toHaveLength(before);
  });
});
