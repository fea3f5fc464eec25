import { type Client, current, started } from "../support/client";

let client: Client;
beforeEach(async () => {
  client = await started();
});
afterEach(() => client.emulator.close());

const { available_zones: _, product_id: __, ...common } = current();
const order = { ...common, az_codes: ["eu-de-01"], spec_code: "redis.ha.xu1.large.r2.2", no_password_access: false };

async function running(): Promise<string> {
  const reply = await client.v2("POST", "/instances", order);
  const id = reply.body.instances[0]?.instance_id ?? "";
  await client.running(id);
  return id;
}

test("An instance of v2 is the same instance in v1", async () => {
  const id = await running();
  expect((await client.dcs("GET", `/instances/${id}`)).body).toMatchObject({ az_codes: ["eu-de-01"] });
  expect((await client.v2("GET", `/instances?name_equal=${order.name}`)).body.instance_num).toBe(1);
});

test("A refusal of v2 is flat and has the new code", async () => {
  const reply = await client.v2("POST", "/instances", { ...order, name: "abc" });
  expect(reply).toMatchObject({ status: 400, body: { error_code: "DCS.4010", error_msg: expect.any(String) } });
});

test("A window is one hour long or four; v1 has only those of four", async () => {
  const oneHour = { maintain_begin: "23:00:00", maintain_end: "00:00:00" };
  expect((await client.v2("POST", "/instances", { ...order, ...oneHour })).status).toBe(200);
  const id = await running();
  expect((await client.dcs("PUT", `/instances/${id}`, oneHour)).body.error.code).toBe("111400106");
  expect((await client.v2("PUT", `/instances/${id}`, oneHour)).status).toBe(204);
  expect((await client.dcs("GET", `/instances/${id}`)).body).toMatchObject(oneHour);
  const twoHours = { maintain_begin: "22:00:00", maintain_end: "00:00:00" };
  expect((await client.v2("PUT", `/instances/${id}`, twoHours)).body).toMatchObject({ error_code: "DCS.4106" });
});

test("A resize goes down as well", async () => {
  const id = await running();
  const smaller = { new_capacity: 0.5, spec_code: "redis.ha.xu1.tiny.r2.512" };
  expect((await client.v2("POST", `/instances/${id}/resize`, smaller)).status).toBe(204);
  expect((await client.running(id)).body).toMatchObject({ capacity: 0, capacity_minor: ".5" });
});

test("A password is reset without the old one", async () => {
  const id = await running();
  const reset = { new_password: "Red_Kettle8", no_password_access: false };
  expect((await client.v2("POST", `/instances/${id}/password/reset`, reset)).body).toMatchObject({
    message: "success",
  });
  const change = { old_password: "Red_Kettle8", new_password: "Green_Kettle9" };
  expect((await client.dcs("PUT", `/instances/${id}/password`, change)).body).toMatchObject({ result: "Success" });
});

test("Tags are added and taken away, and show in v1", async () => {
  const id = await running();
  const act = (action: string, key: string) =>
    client.v2("POST", `/dcs/${id}/tags/action`, { action, tags: [{ key, value: "x" }] });
  await act("create", "team");
  await act("create", "stage");
  expect((await act("delete", "team")).status).toBe(204);
  expect((await client.v2("GET", `/instances/${id}/tags`)).body.tags).toEqual([{ key: "stage", value: "x" }]);
  expect((await client.dcs("GET", `/instances/${id}`)).body.tags).toEqual([{ key: "stage", value: "x" }]);
});

test("A whitelist is replaced as a whole, and the whole world is refused", async () => {
  const path = `/instance/${await running()}/whitelist`;
  const list = (ip: string) => ({ enable_whitelist: true, whitelist: [{ group_name: "g1", ip_list: [ip] }] });
  expect((await client.v2("PUT", path, list("10.0.0.0/8"))).status).toBe(204);
  expect((await client.v2("GET", path)).body).toMatchObject(list("10.0.0.0/8"));
  expect((await client.v2("PUT", path, list("0.0.0.0/0"))).body.error_code).toBe("DCS.4062");
});

test("A password is not reset while the instance is locked, and the status does not tell", async () => {
  const id = await running();
  const change = { old_password: "Not_The_Old_1", new_password: "Red_Kettle8" };
  for (let tries = 0; tries < 5; tries += 1) await client.v2("PUT", `/instances/${id}/password`, change);
  const reset = { new_password: "Red_Kettle8", no_password_access: false };
  const reply = await client.v2("POST", `/instances/${id}/password/reset`, reset);
  expect(reply).toMatchObject({ status: 200, body: { code: "3" } });
  expect(client.emulator.admits(id, "Red_Kettle8")).toBe(false);
});
