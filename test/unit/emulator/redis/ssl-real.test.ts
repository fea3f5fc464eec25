import { unzipSync } from "fflate";
import Redis, { type RedisOptions } from "ioredis";
import { type Client, current, started, zone } from "../support/client";

let client: Client;
const open: Redis[] = [];
beforeEach(async () => {
  client = await started({ redis: true });
});
afterEach(async () => {
  for (const each of open.splice(0)) each.disconnect();
  await client.emulator.close();
});

const single = { product_id: "redis.single.xu1.large.2-h", available_zones: [zone.one] };

async function running(patch: object = {}): Promise<string> {
  const id = await client.create(current(patch));
  await client.running(id);
  return id;
}

async function switchTo(id: string, enabled: boolean): Promise<void> {
  expect((await client.v2("PUT", `/instances/${id}/ssl`, { enabled })).status).toBe(200);
  await client.running(id);
}

async function certificate(id: string): Promise<string> {
  const { body } = await client.v2("POST", `/instances/${id}/ssl-certs/download`);
  const response = await fetch((body as unknown as { link: string }).link);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Buffer.from(files["ca.crt"] as Uint8Array).toString();
}

async function connect(id: string, options: RedisOptions = {}): Promise<Redis> {
  const { ip: host, port } = (await client.running(id)).body;
  const redis = new Redis({ host, port, password: "Blue_Kettle7", lazyConnect: true, retryStrategy: null, ...options });
  redis.on("error", () => {});
  open.push(redis);
  await redis.connect();
  return redis;
}

const overTls = async (id: string) => connect(id, { tls: { ca: await certificate(id) } });

test("A pair keeps its data, and is reached by TLS with the certificate of the zip alone", async () => {
  const id = await running();
  const before = await connect(id);
  await before.set("cart", "3 apples");
  const cut = new Promise((resolve) => before.once("close", resolve));
  await switchTo(id, true);
  await cut;
  await expect((await overTls(id)).get("cart")).resolves.toBe("3 apples");
  await expect(connect(id)).rejects.toThrow();
  await expect(connect(id, { tls: {} })).rejects.toThrow();
});

test("Switched off again, it is reached without TLS only, and keeps its data", async () => {
  const id = await running();
  await switchTo(id, true);
  await (await overTls(id)).set("cart", "2 pears");
  await switchTo(id, false);
  await expect((await connect(id)).get("cart")).resolves.toBe("2 pears");
  // A server without TLS waits for the rest of what it takes for a command.
  await expect(connect(id, { tls: {}, connectTimeout: 300 })).rejects.toThrow();
});

test("A single node loses its data with either switch", async () => {
  const id = await running(single);
  await (await connect(id)).set("cart", "3 apples");
  await switchTo(id, true);
  const redis = await overTls(id);
  await expect(redis.dbsize()).resolves.toBe(0);
  await redis.set("cart", "2 pears");
  await switchTo(id, false);
  await expect((await connect(id)).dbsize()).resolves.toBe(0);
});

test("A new password and another port work with TLS, too", async () => {
  const id = await running();
  await switchTo(id, true);
  const { port } = (await client.running(id)).body;
  expect((await client.v2("POST", `/instances/${id}/password/reset`, { new_password: "Green_Teapot8" })).status).toBe(
    200,
  );
  expect((await client.v2("PUT", `/instances/${id}`, { port: port + 1 })).status).toBe(204);
  const redis = await connect(id, { password: "Green_Teapot8", tls: { ca: await certificate(id) } });
  await expect(redis.ping()).resolves.toBe("PONG");
});

test("The field of a create request switches nothing on", async () => {
  const id = await running({ enable_ssl: true });
  expect((await client.v2("GET", `/instances/${id}/ssl`)).status).toBe(204);
  await expect((await connect(id)).ping()).resolves.toBe("PONG");
});
