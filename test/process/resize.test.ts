import Redis from "ioredis";
import { type Emulator, startEmulator } from "../../emulator";
import { EVERYTHING } from "../support/everything";
import type { CallError } from "./support/call-error";
import { type Props, ProviderProcess } from "./support/provider-process";

const place: Props = {
  engineVersion: "6.0",
  noPasswordAccess: true,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

/** What a program declares one update after the other, as far as it changes. */
const WAYS: ReadonlyArray<readonly [name: string, first: Props, changes: readonly Props[]]> = [
  [
    "master and standby",
    { cacheMode: "ha", capacity: 2 },
    [
      { capacity: 8 },
      { capacity: 0.5 },
      { capacity: 0.5, replicas: 3 },
      { capacity: 4, replicas: 2 },
      { capacity: 4, cacheMode: "proxy" },
      { capacity: 4, cacheMode: "ha" },
    ],
  ],
  [
    "a cluster",
    { cacheMode: "cluster", capacity: 32 },
    [
      { capacity: 64 },
      { capacity: 32, reservedIps: ["192.168.1.11", "192.168.2.11", "192.168.3.11"] },
      { capacity: 32, replicas: 1 },
      { capacity: 4, replicas: 3 },
    ],
  ],
];

describe("Data written before", () => {
  let dcs: Emulator;
  let provider: ProviderProcess;
  const clients: Redis[] = [];

  beforeAll(async () => {
    dcs = await startEmulator({ redis: true, createMs: 20, deleteMs: 20, extendMs: 100 });
    provider = await ProviderProcess.start(dcs.env);
  });
  afterAll(async () => {
    for (const redis of clients) redis.disconnect();
    await provider?.stop();
    await dcs?.close();
  });

  async function opened({ ip, port }: Props): Promise<Redis> {
    const redis = new Redis({ host: String(ip), port: Number(port), lazyConnect: true, retryStrategy: () => null });
    redis.on("error", () => {});
    clients.push(redis);
    await redis.connect();
    return redis;
  }

  test.each(EVERYTHING ? WAYS : WAYS.slice(0, 1))(
    "outlives every change of size, nodes and mode of %s, in one instance",
    async (name, first, changes) => {
      const declared = { ...place, ...first, name: `resized-${name.replaceAll(" ", "-")}` };
      const { inputs } = await provider.check(declared);
      const { id, outs } = await provider.create(inputs);
      const redis = await opened(outs);
      await redis.set("cart:7", "two apples");
      let state = outs;
      for (const change of changes) {
        const { inputs: next, failures } = await provider.check({ ...declared, ...change }, state);
        expect(failures).toEqual([]);
        expect(await provider.diff(id, state, next)).toMatchObject({ changes: true, replaces: [] });
        state = await provider.update(id, state, next);
        expect(state).toMatchObject(change);
        expect(await redis.get("cart:7")).toBe("two apples");
        const [, bytes] = (await redis.config("GET", "maxmemory")) as [string, string];
        expect(Number(bytes)).toBe(Number(state.maxMemory) * 1024 * 1024);
        expect((await provider.diff(id, state, next)).changes).toBe(false);
      }
      await provider.delete(id, state);
    },
  );

  test("prevents a size that has no room for it, now and at the next update, and nothing is replaced", async () => {
    const { inputs } = await provider.check({ ...place, cacheMode: "ha", capacity: 1, name: "resized-full" });
    const { id, outs } = await provider.create(inputs);
    const redis = await opened(outs);
    // 72 % of the smallest size.
    await redis.setrange("filler", Math.floor(0.72 * 102 * 1024 * 1024), "x");
    const smaller = { ...inputs, capacity: 0.125 };
    let state = outs;
    for (let update = 0; update < 2; update++) {
      expect(await provider.diff(id, state, smaller)).toMatchObject({ changes: true, replaces: [] });
      const failure: CallError = await provider.update(id, state, smaller).then(
        () => undefined as never,
        (error: CallError) => error,
      );
      expect(failure.message).toMatch(
        /used memory exceeds 70%.*free memory until less than 70 % of the new size is in use/s,
      );
      state = failure.kept?.properties ?? {};
      expect(state).toMatchObject({ capacity: 1 });
    }
    await redis.del("filler");
    expect(await provider.update(id, state, smaller)).toMatchObject({ capacity: 0.125 });
    await provider.delete(id, outs);
  });
});
