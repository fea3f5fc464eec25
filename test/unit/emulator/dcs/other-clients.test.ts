import { type Client, current, first, started, zone } from "../support/client";

let client: Client;
beforeEach(async () => {
  client = await started({ taskMs: 300 });
});
afterEach(() => client.emulator.close());

const { password, vpc_id, subnet_id } = current();
const securityGroup = "1477393a-29c9-4de5-843f-18ef51257c7e";
const tiny = "redis.ha.xu1.tiny.r2.128";
const plan = { backup_at: [1, 2, 3, 4, 5, 6, 7], period_type: "weekly", begin_at: "00:00-01:00" };

/** The create of v2 as the Go client's tests send it. */
const fromGo = {
  name: "dcs-instance-abc",
  engine: "Redis",
  engine_version: "6.0",
  capacity: 0.125,
  spec_code: tiny,
  az_codes: [zone.one],
  vpc_id,
  subnet_id,
  security_group_id: securityGroup,
  description: "some test DCSv2 instance",
  password: "Qwerty123!",
  bss_param: { charging_mode: "" },
  instance_backup_policy: { backup_type: "", save_days: 1, periodical_backup_plan: plan },
  tags: [{ key: "muh", value: "kuh" }],
  rename_commands: {},
};

/** The create of v2 as Terraform sends it for 3.0. */
const fromTerraform = {
  name: "dcs_instance_abc",
  engine: "Redis",
  engine_version: "3.0",
  capacity: 2,
  spec_code: "dcs.master_standby",
  az_codes: ["eu-de-01"],
  vpc_id,
  subnet_id,
  security_group_id: securityGroup,
  instance_num: 1,
  password,
  no_password_access: false,
  bss_param: { charging_mode: "" },
  rename_commands: {},
};

async function running(order: object = fromGo): Promise<string> {
  const reply = await client.v2("POST", "/instances", order);
  expect(reply).toMatchObject({ status: 200, body: { instances: [{ instance_id: expect.any(String) }] } });
  const id = reply.body.instances[0]?.instance_id ?? "";
  await client.running(id);
  return id;
}

const timeout = { redis_config: [{ param_id: "1", param_name: "timeout", param_value: "100" }] };

describe("Terraform", () => {
  test.each<[string, object]>([
    ["in a text", { no_password_access: "false" }],
    ["as a boolean", { no_password_access: false }],
    ["not at all", {}],
  ])("creates a cache of 3.0 by its spec code and says that it needs a password %s", async (_, said) => {
    const { product_id: __, ...order } = first({ spec_code: "dcs.master_standby", ...said });
    expect((await client.dcs("POST", "/instances", order)).status).toBe(200);
  });

  test("creates a cache of 3.0 through v2", async () => {
    const id = await running(fromTerraform);
    expect((await client.v2("GET", `/instances/${id}`)).body).toMatchObject({
      spec_code: "dcs.master_standby",
      security_group_id: securityGroup,
    });
  });

  test("sends a modification of v1.0 that names nothing", async () => {
    const id = await running();
    expect((await client.dcs("PUT", `/instances/${id}`, {})).status).toBe(204);
  });

  test("sends port, security group and commands with every modification of v2", async () => {
    const id = await running();
    const { port } = (await client.dcs("GET", `/instances/${id}`)).body;
    const change = { name: "dcs_instance_new", port, description: "", security_group_id: "", rename_commands: {} };
    expect((await client.v2("PUT", `/instances/${id}`, change)).status).toBe(204);
    expect((await client.v2("GET", `/instances/${id}`)).body).toMatchObject({ name: "dcs_instance_new", port });
  });

  test("moves a cache to another port", async () => {
    const id = await running();
    expect((await client.v2("PUT", `/instances/${id}`, { port: 6390 })).status).toBe(204);
    expect((await client.v2("GET", `/instances/${id}`)).body.port).toBe(6390);
  });

  test("switches TLS on while parameters are still UPDATING", async () => {
    const id = await running();
    expect((await client.v2("PUT", `/instances/${id}/configs`, timeout)).status).toBe(204);
    expect((await client.v2("PUT", `/instances/${id}/ssl`, { enabled: true })).status).toBe(200);
  });

  test("finds the tiny product by its spec code", async () => {
    const { body } = await client.region("/v1.0/products");
    expect(body.products).toContainEqual(expect.objectContaining({ spec_code: tiny, product_id: `${tiny}-h` }));
  });
});

describe("The Go client", () => {
  test("creates a cache of 6.0 with zone ids, a security group and empty texts", async () => {
    const id = await running();
    const { body } = await client.v2("GET", `/instances/${id}`);
    expect(body).toMatchObject({
      capacity: 0,
      capacity_minor: ".125",
      az_codes: ["eu-de-01"],
      security_group_id: null,
    });
    expect(body).toMatchObject({ instance_backup_policy: { policy: { backup_type: "manual", save_days: 1 } } });
  });

  test.each(["v1.0", "v2"] as const)(
    "reads a parameter of %s right after it was set, its id as a text",
    async (api) => {
      const path = `/instances/${await running()}/configs`;
      const call = (method: string, body?: unknown) =>
        (api === "v2" ? client.v2 : client.dcs).call(client, method, path, body);
      expect((await call("PUT", timeout)).status).toBe(204);
      const { body } = await call("GET");
      expect(body.config_status).toBe("UPDATING");
      expect(body.redis_config).toContainEqual(expect.objectContaining(timeout.redis_config[0]));
    },
  );

  test("may name a parameter by a number as well", async () => {
    const path = `/instances/${await running()}/configs`;
    const numbered = { redis_config: [{ ...timeout.redis_config[0], param_id: 1 }] };
    expect((await client.v2("PUT", path, numbered)).status).toBe(204);
  });

  test("reads password-free access as a text, in a list of v2 too", async () => {
    await running();
    const { body } = await client.v2("GET", "/instances");
    expect(body.instances).toMatchObject([{ no_password_access: "false" }]);
  });

  test("is told a wrong old password within the answer", async () => {
    const change = { old_password: "Not_The_Old_1", new_password: "Red_Kettle8" };
    const reply = await client.v2("PUT", `/instances/${await running()}/password`, change);
    expect(reply).toMatchObject({ status: 200, body: { result: "passwordFailed", retry_times_left: "4" } });
  });

  test("reads null where a description was never set and no task runs", async () => {
    const { description: _, ...order } = fromGo;
    const { body } = await client.v2("GET", `/instances/${await running(order)}`);
    expect(body).toMatchObject({ description: null, service_task_id: null });
  });

  test("finds the tiny flavor", async () => {
    const { body } = await client.v2("GET", `/flavors?spec_code=${tiny}`);
    expect(body).toMatchObject({
      flavors: [{ spec_code: tiny, capacity: ["0.125"], engine_version: "4.0;5.0;6.0;7.0", replica_count: 2 }],
    });
  });

  test("resizes as its test does", async () => {
    const id = await running();
    const order = { spec_code: "redis.ha.xu1.tiny.r2.256", new_capacity: 0.25, bss_param: {} };
    expect((await client.v2("POST", `/instances/${id}/resize`, order)).status).toBe(204);
    expect((await client.running(id)).body).toMatchObject({ spec_code: order.spec_code, capacity_minor: ".25" });
  });
});

describe("The command line of OpenStack", () => {
  test("finds DCS as dcs and as dcsv1, with the project in the address", async () => {
    const { catalog, project } = (await client.signIn()).body.token;
    const urls = ["dcs", "dcsv1"].map((type) => catalog.find((service) => service.type === type)?.endpoints[0]?.url);
    const { id } = project as unknown as { id: string };
    const expected = `${client.emulator.url}/v1.0/${id}`;
    expect(urls).toEqual([expected, expected]);
  });

  test("signs in for the domain, and finds projects, domains and IAM", async () => {
    const scoped = await client.signIn({ domain: { name: client.emulator.env.OS_DOMAIN_NAME } });
    const token = { "x-auth-token": scoped.headers.get("x-subject-token") ?? "" };
    const get = async (path: string) =>
      (await client.fetch("GET", `${client.emulator.url}${path}`, undefined, token)).body;
    expect(await get("/v3/projects")).toMatchObject({ projects: [{ name: "eu-de_local" }, {}, {}, {}, {}] });
    expect(await get("/v3/auth/domains")).toMatchObject({ domains: [{ name: client.emulator.env.OS_DOMAIN_NAME }] });
    expect(await get("/v3/auth/catalog")).toMatchObject({ catalog: [{ type: "identity" }] });
  });
});
