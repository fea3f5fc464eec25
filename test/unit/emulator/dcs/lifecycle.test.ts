import { type Client, current, first, policy, started } from "../support/client";

let client: Client;
beforeEach(async () => {
  client = await started();
});
afterEach(() => client.emulator.close());

const read = (id: string) => client.dcs("GET", `/instances/${id}`);

test("An instance is CREATING at first and RUNNING after a while", async () => {
  const id = await client.create();
  expect((await read(id)).body.status).toBe("CREATING");
  expect((await client.running(id)).body).toMatchObject({
    launched_at: expect.any(String),
    ip: expect.stringMatching(/^192\.168\.0\./),
  });
});

test("What was asked for is read back, the password never", async () => {
  const id = await client.create(first({ instance_backup_policy: policy, description: "cart store" }));
  const { body } = await client.running(id);
  expect(body).toMatchObject({
    engine_version: "3.0",
    product_id: "OTC_DCS_MS",
    resource_spec_code: "dcs.master_standby",
    description: "cart store",
    az_codes: ["eu-de-01", "eu-de-02"],
    maintain_begin: "02:00:00",
    instance_backup_policy: { policy },
  });
  expect(JSON.stringify([body, client.emulator.journal])).not.toContain("Blue_Kettle7");
  expect(client.emulator.lastCreateBody()).toMatchObject({ password: "Blue_Kettle7" });
});

test("A fraction of a GB is read back apart, without its zero", async () => {
  const id = await client.create(current({ capacity: 0.125, product_id: "redis.ha.xu1.tiny.r2.128-h" }));
  expect((await read(id)).body).toMatchObject({ capacity: 0, capacity_minor: ".125" });
});

test("A failed instance tells its reason, is missing from the plain list, and can be deleted", async () => {
  client.emulator.failNextCreate("dcs.02.0003");
  const id = await client.create();
  const { body } = await client.until(id, (reply) => reply.body.status === "CREATEFAILED");
  expect(body.error_code).toBe("dcs.02.0003");
  expect((await client.dcs("GET", "/instances")).body.instance_num).toBe(0);
  expect((await client.dcs("GET", "/instances?include_failure=true")).body.instance_num).toBe(1);
  expect((await client.dcs("DELETE", `/instances/${id}`)).status).toBe(204);
});

test("A list is paged and filtered", async () => {
  const [one] = await Promise.all([
    client.create(current({ name: "alpha-1" })),
    client.create(current({ name: "beta-22" })),
  ]);
  expect((await client.dcs("GET", "/instances?name=alpha&status=")).body).toMatchObject({
    instance_num: 1,
    instances: [{ instance_id: one }],
  });
  const page = await client.dcs("GET", "/instances?start=2&limit=1");
  expect(page.body.instances).toHaveLength(1);
  expect(page.body.instance_num).toBe(2);
});

test("A deleted instance is DELETING, then unknown", async () => {
  const id = await client.create();
  expect((await client.dcs("DELETE", `/instances/${id}`)).body.error.code).toBe("111400099");
  await client.running(id);
  expect((await client.dcs("DELETE", `/instances/${id}`)).status).toBe(204);
  expect((await read(id)).body.status).toBe("DELETING");
  const gone = await client.until(id, (reply) => reply.status === 404);
  expect(gone.body.error.code).toBe("111404022");
});

test("A modification changes what it names and leaves the rest", async () => {
  const id = await client.create(first({ description: "old" }));
  await client.running(id);
  expect(
    (await client.dcs("PUT", `/instances/${id}`, { name: "renamed", instance_backup_policy: policy })).status,
  ).toBe(204);
  expect((await read(id)).body).toMatchObject({
    name: "renamed",
    description: "old",
    instance_backup_policy: { policy },
  });
  await client.dcs("PUT", `/instances/${id}`, { description: "" });
  expect((await read(id)).body.description).toBe("");
});

test.each([
  ["nothing at all", "", "111400004"],
  ["the capacity", { capacity: 4 }, "111400062"],
  ["half a window", { maintain_begin: "22:00:00" }, "111400106"],
  ["the security group of Redis 6.0", { security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e" }, "111400062"],
])("A modification of %s is refused", async (_, body, code) => {
  const id = await client.create();
  await client.running(id);
  expect((await client.dcs("PUT", `/instances/${id}`, body)).body.error.code).toBe(code);
});

test("An extension goes through EXTENDING to the new size", async () => {
  const id = await client.create();
  await client.running(id);
  const order = { new_capacity: 4, spec_code: "redis.ha.xu1.large.r2.4" };
  expect((await client.dcs("POST", `/instances/${id}/extend`, order)).status).toBe(204);
  expect((await client.dcs("POST", `/instances/${id}/extend`, order)).body.error.code).toBe("111400113");
  expect((await client.running(id)).body).toMatchObject({ capacity: 4, product_id: "redis.ha.xu1.large.r2.4-h" });
});

test.each([
  ["to the same size", { new_capacity: 2, spec_code: "redis.ha.xu1.large.r2.2" }, "111400103"],
  ["to a size that is not sold", { new_capacity: 3, spec_code: "redis.ha.xu1.large.r2.3" }, "111400012"],
  ["without spec code", { new_capacity: 4 }, "DCS.4927"],
  ["into another line", { new_capacity: 4, spec_code: "redis.ha.xu1.large.r3.4" }, "DCS.4927"],
])("An extension %s is refused", async (_, body, code) => {
  const id = await client.create();
  await client.running(id);
  expect((await client.dcs("POST", `/instances/${id}/extend`, body)).body.error.code).toBe(code);
});

test.each(["extend", "resize"])("To %s beyond the project's quota of memory is refused", async (way) => {
  const full = await started({ memoryQuota: 3 });
  try {
    const id = await full.create();
    await full.running(id);
    const order = { new_capacity: 4, spec_code: "redis.ha.xu1.large.r2.4" };
    const sent = full[way === "resize" ? "v2" : "dcs"]("POST", `/instances/${id}/${way}`, order);
    expect((await sent).body).toMatchObject(
      way === "resize" ? { error_code: "DCS.4036" } : { error: { code: "111400036" } },
    );
    expect((await full.dcs("GET", `/instances/${id}`)).body).toMatchObject({ status: "RUNNING", capacity: 2 });
  } finally {
    await full.emulator.close();
  }
});

test("A wrong old password is told inside a 200, and five in a row lock", async () => {
  const id = await client.create();
  await client.running(id);
  const change = async (old: string) =>
    (await client.dcs("PUT", `/instances/${id}/password`, { old_password: old, new_password: "Red_Kettle8" })).body;
  expect(await change("wrong")).toMatchObject({ result: "passwordFailed", retry_times_left: "4" });
  expect(await change("Blue_Kettle7")).toMatchObject({ result: "Success" });
  for (let time = 0; time < 5; time++) await change("wrong");
  expect(await change("Red_Kettle8")).toMatchObject({ result: "Locked" });
});

test("What is tampered with, or taken away, shows to the next reader", async () => {
  const id = await client.create();
  await client.running(id);
  client.emulator.tamper(id, { description: "by hand", status: "ERROR" });
  expect((await read(id)).body).toMatchObject({ description: "by hand", status: "ERROR" });
  await client.emulator.remove(id);
  expect((await read(id)).status).toBe(404);
});

test("A planned fault answers in the service's place, once", async () => {
  client.emulator.answerNext({ method: "GET", path: /quota$/ }, { status: 503, body: { error_code: "APIGW.0203" } });
  expect((await client.dcs("GET", "/quota")).status).toBe(503);
  expect((await client.dcs("GET", "/quota")).status).toBe(200);
});

test("The region lists zones, products, windows; an unknown path and method have their codes", async () => {
  const zones = (await client.region("/v1.0/availableZones")).body.available_zones;
  expect(zones.filter((zone) => zone.resource_availability === "true")).toHaveLength(3);
  const { products } = (await client.region("/v1.0/products")).body;
  expect(products.map((product) => product.product_id)).toEqual(
    expect.arrayContaining(["OTC_DCS_SINGLE", "OTC_DCS_MS", "OTC_DCS_CL", "redis.ha.xu1.tiny.r2.128-h"]),
  );
  expect((await client.region("/v1.0/instances/maintain-windows")).body.maintain_windows).toHaveLength(6);
  expect((await client.region("/v1.0/nowhere")).body.error.code).toBe("111404001");
  expect((await client.dcs("PATCH", "/instances")).body.error.code).toBe("111405001");
});
