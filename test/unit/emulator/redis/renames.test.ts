import Redis from "ioredis";
import { type Client, current, started } from "../support/client";

let client: Client;
const clients: Redis[] = [];
const open = ({ ip, port }: { ip: string; port: number }, password = "Blue_Kettle7") => {
  const redis = new Redis({ host: ip, port, password, retryStrategy: () => null, lazyConnect: true });
  redis.on("error", () => {});
  clients.push(redis);
  return redis;
};

beforeAll(async () => {
  client = await started({ redis: true });
});
afterAll(async () => {
  for (const redis of clients) redis.disconnect();
  await client.emulator.close();
});

const single = { spec_code: "redis.single.xu1.large.2", product_id: undefined, available_zones: undefined };

test("Renaming commands restarts a pair at its address, which keeps its data", async () => {
  const id = await client.create();
  const before = (await client.running(id)).body;
  await open(before).set("cart", "full");
  const rename_commands = { keys: "cachekeys", flushall: "cacheflushall" };
  expect((await client.v2("PUT", `/instances/${id}`, { rename_commands })).status).toBe(204);
  expect((await client.dcs("GET", `/instances/${id}`)).body.status).toBe("RESTARTING");
  const { body } = await client.running(id);
  expect([body.ip, body.port]).toEqual([before.ip, before.port]);
  const redis = open(body);
  expect(await redis.get("cart")).toBe("full");
  await expect(redis.call("keys", "*")).rejects.toThrow(/unknown command/);
  expect(await redis.call("cachekeys", "*")).toEqual(["cart"]);

  // A command gets its own name back; the others keep theirs.
  await client.v2("PUT", `/instances/${id}`, { rename_commands: { keys: "keys" } });
  await client.running(id);
  const later = open(body);
  expect(await later.keys("*")).toEqual(["cart"]);
  await expect(later.flushall()).rejects.toThrow(/unknown command/);
  expect(await later.call("cacheflushall")).toBe("OK");
});

test("Renaming commands empties a single node", async () => {
  const zones = (current().available_zones as string[]).slice(0, 1);
  const id = await client.create(current({ ...single, available_zones: zones }));
  const { body } = await client.running(id);
  await open(body).set("cart", "full");
  await client.v2("PUT", `/instances/${id}`, { rename_commands: { keys: "cachekeys" } });
  await client.running(id);
  expect(await open(body).get("cart")).toBeNull();
});

test("A password that is reset, and a new port, are real and keep the data", async () => {
  const id = await client.create();
  const { body } = await client.running(id);
  await open(body).set("cart", "full");
  const reset = await client.v2("POST", `/instances/${id}/password/reset`, { new_password: "Red_Kettle8" });
  expect(reset.body).toMatchObject({ code: "1" });
  expect((await client.v2("PUT", `/instances/${id}`, { port: body.port + 1 })).status).toBe(204);
  const moved = { ip: body.ip, port: body.port + 1 };
  expect(await open(moved, "Red_Kettle8").get("cart")).toBe("full");
  await expect(open(moved).get("cart")).rejects.toThrow();
  await client.v2("POST", `/instances/${id}/password/reset`, { no_password_access: true });
  expect(await open(moved, "").get("cart")).toBe("full");
});

test.each([
  ["a short name", { keys: "abc" }],
  ["a command that cannot be renamed", { get: "cacheget" }],
  ["a command of proxies", { dbsize: "cachedbsize" }],
  ["the name of another command", { keys: "scan" }],
])("%s is refused, and nothing restarts", async (_, rename_commands) => {
  const id = await client.create();
  await client.running(id);
  expect((await client.v2("PUT", `/instances/${id}`, { rename_commands })).body.error_code).toBe("DCS.4062");
  expect((await client.dcs("GET", `/instances/${id}`)).body.status).toBe("RUNNING");
});

test("A template must exist and be for the version and mode of the order", async () => {
  const { available_zones, product_id: _, ...rest } = current() as Record<string, unknown>;
  const order = { ...rest, az_codes: available_zones, no_password_access: false, engine_version: "7.0" };
  const create = (template_id: string) =>
    client.v2("POST", "/instances", { ...order, spec_code: "redis.ha.xu1.large.r2.2", template_id });
  expect((await create("22")).status).toBe(200);
  expect((await create("21")).body.error_code).toBe("DCS.4063");
  expect((await create("999")).body.error_code).toBe("DCS.4063");
});
