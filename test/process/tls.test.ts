import Redis, { type RedisOptions } from "ioredis";
import { type Emulator, startEmulator } from "../../emulator";
import { openClient } from "../../provider/client/open-client";
import { resolveSettings } from "../../provider/config/resolve";
import { readCertificate } from "../../provider/functions/work/instance/certificate/read-certificate";
import { type Props, ProviderProcess } from "./support/provider-process";

const PASSWORD = "Local-Kettle/7";

const base: Props = {
  engineVersion: "6.0",
  password: PASSWORD,
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};
const pair: Props = { ...base, name: "pair", cacheMode: "ha", capacity: 2, availableZones: ["eu-de-01", "eu-de-02"] };
const single: Props = { ...base, name: "alone", cacheMode: "single", capacity: 1, availableZones: ["eu-de-01"] };
const cluster: Props = { ...pair, name: "shards", cacheMode: "cluster", capacity: 4 };

let dcs: Emulator;
let provider: ProviderProcess;
const open: Redis[] = [];

beforeAll(async () => {
  dcs = await startEmulator({ redis: true, createMs: 50, deleteMs: 50, taskMs: 200, recoverMs: 1_500 });
  provider = await ProviderProcess.start(dcs.env);
});
afterAll(async () => {
  for (const each of open) each.disconnect();
  await provider.stop();
  await dcs.close();
});

async function connect({ endpoint }: Props, options: RedisOptions = {}): Promise<Redis> {
  const [host, port] = String(endpoint).split(":");
  const redis = new Redis(Number(port), host as string, {
    password: PASSWORD,
    lazyConnect: true,
    retryStrategy: () => null,
    ...options,
  });
  redis.on("error", () => {});
  open.push(redis);
  await redis.connect();
  return redis;
}

async function created(declared: Props) {
  const { inputs, failures } = await provider.check(declared);
  expect(failures).toEqual([]);
  return { inputs, ...(await provider.create(inputs)) };
}

const certificateOf = (id: string): Promise<string> => {
  const { settings } = resolveSettings({ stackConfig: () => undefined, env: dcs.env, target: {} });
  return readCertificate(openClient(settings), id);
};

test("Keys of a pair are there after TLS was switched on, and are read over TLS with the downloaded certificate", async () => {
  const { id, inputs, outs } = await created(pair);
  await (await connect(outs)).set("cart", "3 apples");
  const news = { ...inputs, enableSsl: true };
  expect(await provider.diff(id, outs, news)).toMatchObject({ changes: true, replaces: [] });
  const updated = await provider.update(id, outs, news);
  expect(updated).toMatchObject({ enableSsl: true, status: "RUNNING", endpoint: outs.endpoint });
  const ca = await certificateOf(id);
  await expect((await connect(updated, { tls: { ca } })).get("cart")).resolves.toBe("3 apples");
  await expect(connect(updated)).rejects.toThrow();

  // Somebody switches it off in the console: refresh shows it, and the next update switches it on again.
  dcs.tamper(id, { enableSsl: false });
  const { props = {} } = await provider.read(id, updated);
  expect(props).toMatchObject({ enableSsl: false });
  expect(await provider.diff(id, props, news)).toMatchObject({ changes: true, replaces: [] });
  expect(await provider.update(id, props, news)).toMatchObject({ enableSsl: true });
});

test("A single node loses its data, as preview announces", async () => {
  const { id, inputs, outs } = await created(single);
  await (await connect(outs)).set("cart", "3 apples");
  const updated = await provider.update(id, outs, { ...inputs, enableSsl: true });
  const redis = await connect(updated, { tls: { ca: await certificateOf(id) } });
  await expect(redis.dbsize()).resolves.toBe(0);
});

test("A new cluster, which refuses for a while, is created with TLS", async () => {
  const { outs } = await created({ ...cluster, enableSsl: true });
  expect(outs).toMatchObject({ enableSsl: true, status: "RUNNING" });
  const switches = dcs.journal.filter(({ method, path }) => method === "PUT" && path.endsWith("/ssl"));
  expect(switches.at(-1)?.status).toBe(200);
  expect(switches.filter(({ status }) => status === 400).length).toBeGreaterThan(0);
});
