import { type Client, current, started, zone } from "../support/client";

let client: Client;
beforeAll(async () => {
  client = await started({ extendMs: 150 });
});
afterAll(() => client.emulator.close());

/** A running instance of 6.0 or another version, by its spec code. */
async function running(spec_code: string, capacity: number, engine_version = "6.0"): Promise<string> {
  const { product_id: _, available_zones: __, ...order } = current({ spec_code, capacity, engine_version });
  const reply = await client.v2("POST", "/instances", { ...order, az_codes: ["eu-de-01"] });
  const id = reply.body.instances[0]?.instance_id ?? "";
  await client.running(id);
  return id;
}

const resize = (id: string, order: object) => client.v2("POST", `/instances/${id}/resize`, order);

interface Group {
  readonly replication_list: readonly {
    readonly node_id: string;
    readonly replication_role: string;
    readonly replication_ip: string;
  }[];
}

async function nodesOf(id: string) {
  const { body } = await client.v2("GET", `/instance/${id}/groups`);
  return (body as unknown as { group_list: Group[] }).group_list.flatMap((group) => group.replication_list);
}

const add = { change_type: "createReplication", available_zones: ["eu-de-01"] };
const take = { change_type: "deleteReplication" };
const convert = { change_type: "instanceType" };
const [ha, rw, proxy, cluster] = [
  "redis.ha.xu1.large",
  "redis.ha.xu1.large",
  "redis.proxy.xu1.large",
  "redis.cluster.xu1.large",
];

describe("A resize leads", () => {
  test.each<[string, [string, number, string], object, string, number]>([
    ["up", [`${ha}.r2.2`, 2, "7.0"], {}, `${ha}.r2.8`, 8],
    ["down", [`${ha}.r2.2`, 2, "6.0"], {}, "redis.ha.xu1.tiny.r2.128", 0.125],
    ["a cluster down", [`${cluster}.r2.64`, 64, "7.0"], {}, `${cluster}.r2.48`, 48],
    [
      "a cluster up, named as adding shards",
      [`${cluster}.r2.4`, 4, "6.0"],
      { change_type: "addSharding" },
      `${cluster}.r2.48`,
      48,
    ],
    ["a pair to three nodes", [`${ha}.r2.2`, 2, "6.0"], add, `${ha}.r3.2`, 2],
    [
      "a cluster to fewer replicas",
      [`${cluster}.r3.4`, 4, "6.0"],
      { ...take, available_zones: ["eu-de-01"] },
      `${cluster}.r2.4`,
      4,
    ],
    ["a pair to a proxy cluster", [`${ha}.r2.4`, 4, "5.0"], convert, `${proxy}.4`, 4],
    ["a proxy cluster to read/write splitting", [`${proxy}.8`, 8, "5.0"], convert, `${rw}.p2.8`, 8],
  ])("%s", async (_, [from, size, version], more, spec_code, new_capacity) => {
    const id = await running(from, size, version);
    expect((await resize(id, { spec_code, new_capacity, ...more })).status).toBe(204);
    expect((await client.v2("GET", `/instances/${id}`)).body.status).toBe("EXTENDING");
    await client.running(id);
    expect((await client.v2("GET", `/instances/${id}`)).body).toMatchObject({ spec_code, status: "RUNNING" });
  });

  test("a pair of three to two, when the replica to go is named", async () => {
    const id = await running(`${ha}.r3.2`, 2);
    const order = { spec_code: `${ha}.r2.2`, new_capacity: 2, ...take };
    const [master, , replica] = await nodesOf(id);
    expect((await resize(id, order)).body.error_code).toBe("DCS.4930");
    expect((await resize(id, { ...order, node_list: ["0".repeat(32)] })).body.error_code).toBe("DCS.4931");
    expect((await resize(id, { ...order, node_list: [master?.node_id] })).body.error_code).toBe("DCS.4936");
    expect((await resize(id, { ...order, node_list: [replica?.node_id] })).status).toBe(204);
    await client.running(id);
    expect((await nodesOf(id)).map(({ replication_role }) => replication_role)).toEqual(["master", "slave"]);
  });
});

describe("The nodes follow a resize", () => {
  test("the replica that was named is gone, and the others keep their ids", async () => {
    const id = await running(`${ha}.r4.2`, 2);
    const before = (await nodesOf(id)).map(({ node_id }) => node_id);
    const order = { spec_code: `${ha}.r3.2`, new_capacity: 2, ...take, node_list: [before[1]] };
    expect((await resize(id, order)).status).toBe(204);
    await client.running(id);
    expect((await nodesOf(id)).map(({ node_id }) => node_id)).toEqual([before[0], before[2], before[3]]);
    expect((await resize(id, { spec_code: `${ha}.r4.2`, new_capacity: 2, ...add })).status).toBe(204);
    await client.running(id);
    const after = (await nodesOf(id)).map(({ node_id }) => node_id);
    expect(after.slice(0, 3)).toEqual([before[0], before[2], before[3]]);
    expect(before).not.toContain(after[3]);
  });

  test("the shards whose addresses are reserved stay", async () => {
    const id = await running(`${cluster}.r1.64`, 64);
    const nodes = await nodesOf(id);
    const kept = nodes.slice(2).map(({ replication_ip }) => replication_ip);
    const order = { spec_code: `${cluster}.r1.48`, new_capacity: 48 };
    expect((await resize(id, { ...order, reserved_ip: ["10.9.9.9"] })).body.error_code).toBe("DCS.4063");
    expect((await resize(id, { ...order, reserved_ip: kept })).status).toBe(204);
    await client.running(id);
    expect((await nodesOf(id)).map(({ replication_ip }) => replication_ip)).toEqual(kept);
  });

  test("each node of each instance is listed, with its shard and its role", async () => {
    const id = await running(`${ha}.r3.2`, 2);
    const { body } = await client.v2("GET", "/instances-logical-nodes?limit=1000");
    const all = (body as unknown as { instances: { instance_id: string; node_count: number; nodes: object[] }[] })
      .instances;
    expect(all.find(({ instance_id }) => instance_id === id)).toMatchObject({
      node_count: 3,
      nodes: [{ node_type: "master", group_name: "group-0" }, { node_type: "slave" }, { node_type: "slave" }],
    });
  });
});

test("A resize for the maintenance window leaves the instance as it is until then", async () => {
  const id = await running(`${ha}.r2.2`, 2);
  const hour = (new Date().getUTCHours() + 12) % 24;
  // The window that is furthest away.
  const begins = [22, 2, 6, 10, 14, 18].reduce((a, b) => (Math.abs(b - hour) < Math.abs(a - hour) ? b : a));
  const text = (at: number) => `${String(at % 24).padStart(2, "0")}:00:00`;
  const window = { maintain_begin: text(begins), maintain_end: text(begins + 4) };
  expect((await client.dcs("PUT", `/instances/${id}`, window)).status).toBe(204);
  const order = { spec_code: `${ha}.r2.4`, new_capacity: 4, execute_immediately: false };
  expect((await resize(id, order)).status).toBe(204);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await client.v2("GET", `/instances/${id}`)).body).toMatchObject({ status: "RUNNING", capacity: 2 });
});

describe("A resize is refused", () => {
  test.each<[string, [string, number, string], object, string]>([
    ["to an unknown code", [`${ha}.r2.2`, 2, "6.0"], { spec_code: `${ha}.r2.3`, new_capacity: 3 }, "DCS.4927"],
    [
      "to a size that is not the code's",
      [`${ha}.r2.2`, 2, "6.0"],
      { spec_code: `${ha}.r2.4`, new_capacity: 8 },
      "DCS.4012",
    ],
    ["to what it is", [`${ha}.r2.2`, 2, "6.0"], { spec_code: `${ha}.r2.2`, new_capacity: 2 }, "DCS.4103"],
    [
      "from a single node to a pair",
      ["redis.single.xu1.large.2", 2, "6.0"],
      { spec_code: `${ha}.r2.2`, new_capacity: 2, ...convert },
      "DCS.4200",
    ],
    [
      "from a pair to a cluster",
      [`${ha}.r2.4`, 4, "6.0"],
      { spec_code: `${cluster}.r2.4`, new_capacity: 4, ...convert },
      "DCS.4200",
    ],
    [
      "from a pair of 7.0 to a proxy cluster",
      [`${ha}.r2.4`, 4, "7.0"],
      { spec_code: `${proxy}.4`, new_capacity: 4, ...convert },
      "DCS.4200",
    ],
    [
      "of size and replicas at once",
      [`${ha}.r2.2`, 2, "6.0"],
      { spec_code: `${ha}.r3.4`, new_capacity: 4, ...add },
      "DCS.4102",
    ],
    [
      "of 6.0 with read/write splitting",
      [`${rw}.p2.2`, 2, "6.0"],
      { spec_code: `${rw}.p2.4`, new_capacity: 4 },
      "DCS.4102",
    ],
    [
      "of replicas that is not called so",
      [`${ha}.r2.2`, 2, "6.0"],
      { spec_code: `${ha}.r3.2`, new_capacity: 2 },
      "DCS.4063",
    ],
    [
      "of replicas without zones for them",
      [`${ha}.r2.2`, 2, "6.0"],
      { spec_code: `${ha}.r3.2`, new_capacity: 2, change_type: "createReplication" },
      "DCS.4933",
    ],
    [
      "of a 5.0 proxy cluster to a size of 6.0",
      [`${proxy}.1024`, 1024, "5.0"],
      { spec_code: `${proxy}.2048`, new_capacity: 2048 },
      "DCS.4927",
    ],
  ])("%s", async (_, [from, size, version], order, code) => {
    expect((await resize(await running(from, size, version), order)).body.error_code).toBe(code);
  });
});

test("7.0 is created by v2 only, without proxies and read/write splitting", async () => {
  expect((await client.dcs("POST", "/instances", current({ engine_version: "7.0" }))).body.error.code).toBe(
    "111400008",
  );
  const id = await running(`${ha}.r2.2`, 2, "7.0");
  expect((await client.dcs("GET", `/instances/${id}`)).body).toMatchObject({ engine_version: "7.0" });
  const { body } = await client.v2("GET", "/flavors?engine_version=7.0");
  const modes = (body as unknown as { flavors: { cache_mode: string }[] }).flavors.map(({ cache_mode }) => cache_mode);
  expect([...new Set(modes)].sort()).toEqual(["cluster", "ha", "single"]);
});

test("A flavor tells shards, connections, bandwidth, addresses and zones", async () => {
  const { body } = await client.v2("GET", "/flavors?spec_code=redis.cluster.xu1.large.r2.64");
  const attribute = (name: string, value: string) => ({ capacity: "64", name, value });
  expect(body).toMatchObject({
    flavors: [
      {
        cache_mode: "cluster",
        replica_count: 2,
        tenant_ip_count: 16,
        attrs: expect.arrayContaining([
          attribute("sharding_num", "8"),
          attribute("max_connections", "400000"),
          attribute("max_bandwidth", "6144"),
        ]),
        flavors_available_zones: [{ capacity: "64", unit: "GB", available_zones: expect.arrayContaining([zone.one]) }],
      },
    ],
  });
});
