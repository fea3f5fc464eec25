import { secret } from "@pulumi/pulumi";
import Redis from "ioredis";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { type CacheState, EngineStack, succeeded } from "../support/stack";
import { first, withPassword } from "./rows/row";
import { type ByResource, Follower } from "./support/witnesses";

const OLD = "Local-Kettle-1";
const NEW = "Local-Kettle-2";

const editions: Readonly<Record<string, Partial<DcsInstanceArgs>>> = { todays: withPassword, first };

const program = (password: string, changes: Partial<DcsInstanceArgs>) => async () => {
  for (const [name, args] of Object.entries(editions)) {
    new DcsInstance(name, { ...args, ...changes, password: secret(password) } as DcsInstanceArgs);
  }
};

describe("the data of a cache that is changed in place", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let before: ByResource<CacheState>;
  let after: ByResource<CacheState>;
  const clients: Redis[] = [];
  const open = new Map<string, Redis>();

  const connect = async (state: CacheState | undefined, password: string): Promise<Redis> => {
    const { ip, port } = state?.outputs ?? {};
    const address = { host: String(ip), port: Number(port), lazyConnect: true, retryStrategy: () => null };
    const redis = new Redis({ ...address, password });
    redis.on("error", () => {});
    clients.push(redis);
    await redis.connect();
    return redis;
  };

  beforeAll(async () => {
    dcs = await startEmulator({ redis: true, createMs: 5, deleteMs: 5, extendMs: 300 });
    stack = await EngineStack.create(dcs.env);
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(program(OLD, {})));
    before = await follower.states();
    for (const name of Object.keys(editions)) {
      const redis = await connect(before.get(name), OLD);
      await redis.set("cart:7", "two apples");
      open.set(name, redis);
    }
    await succeeded(stack.up(program(NEW, { capacity: 4, description: "carts" })));
    after = await follower.states();
  });
  afterAll(async () => {
    for (const redis of clients) redis.disconnect();
    await stack?.close();
    await dcs?.close();
  });

  describe.each(Object.keys(editions))("%s edition", (name) => {
    test("is readable at the same address with the new password, in a larger memory", async () => {
      expect(after.get(name)?.id).toBe(before.get(name)?.id);
      expect(after.get(name)?.outputs.endpoint).toBe(before.get(name)?.outputs.endpoint);
      const redis = await connect(after.get(name), NEW);
      expect(await redis.get("cart:7")).toBe("two apples");
      const [, bytes] = (await redis.config("GET", "maxmemory")) as [string, string];
      expect(Number(bytes)).toBe(Number(after.get(name)?.outputs.maxMemory) * 1024 * 1024);
      expect(Number(after.get(name)?.outputs.maxMemory)).toBeGreaterThan(Number(before.get(name)?.outputs.maxMemory));
    });

    test("is readable through a connection opened before the change", async () => {
      expect(await open.get(name)?.get("cart:7")).toBe("two apples");
    });

    test("is closed to the old password", async () => {
      const redis = await connect(after.get(name), OLD).catch(() => undefined);
      await expect(redis ? redis.get("cart:7") : Promise.reject(new Error("refused"))).rejects.toThrow();
    });
  });
});
