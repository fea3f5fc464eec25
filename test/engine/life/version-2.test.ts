import { secret } from "@pulumi/pulumi";
import Redis from "ioredis";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { oneCache, PASSWORD } from "../support/programs";
import { EngineStack, type Outcome } from "../support/stack";

const NEW_PASSWORD = "Local-Kettle-2";

const told = async (run: Promise<Outcome>): Promise<Outcome> => {
  const outcome = await run;
  if (outcome.failed) throw new Error(outcome.output);
  return outcome;
};

describe("a cache of Redis 7.0 under the engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  const seven = (changes: object = {}) => oneCache({ engineVersion: "7.0", templateId: "22", ...changes });
  const orders = () => dcs.journal.filter(({ method, path }) => method === "POST" && path.endsWith("/instances"));

  beforeAll(async () => {
    dcs = await startEmulator({ createMs: 100, deleteMs: 50, taskMs: 100, redis: true });
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("a template of another version fails the update, and nothing is left", async () => {
    const outcome = await stack.up(seven({ templateId: "17" }));
    expect(outcome.output).toMatch(/for templateId, the template must exist and be for this engineVersion/);
    expect(dcs.instances()).toEqual([]);
  });

  test("is ordered once, by version 2", async () => {
    await told(stack.up(seven()));
    expect(orders().map(({ path, status }) => [path.slice(0, 4), status])).toEqual([
      ["/v2/", 400],
      ["/v2/", 200],
    ]);
    expect(dcs.instances()).toEqual([expect.objectContaining({ engineVersion: "7.0", status: "RUNNING" })]);
    const [cache] = await stack.caches();
    expect(cache?.outputs).toMatchObject({ engineVersion: "7.0", productId: "redis.ha.xu1.large.r2.2-h" });
  });

  longTest("is not renamed to a name that only a create takes: preview says so", async () => {
    const { failed, output } = await stack.preview(seven({ name: "7-sessions" }));
    expect(failed).toBe(true);
    expect(output).toContain("name: the service renames a cache only to a name that begins with a letter");
  });

  longTest("a second up and a refresh change nothing", async () => {
    expect(await told(stack.up(seven()))).toMatchObject({ changes: { same: 2 } });
    expect(await told(stack.refresh())).toMatchObject({ changes: { same: 2 } });
    expect(await told(stack.up(seven()))).toMatchObject({ changes: { same: 2 } });
  });

  longTest(
    "a reset that the service calls locked fails the update, says for how long, and is not recorded",
    async () => {
      const [cache] = dcs.instances();
      dcs.fault({
        on: { method: "PUT", path: /\/password$/ },
        with: { kind: "answer", status: 200, body: { result: "passwordFailed", retry_times_left: "4" } },
      });
      dcs.fault({
        on: { method: "POST", path: /\/password\/reset$/ },
        with: { kind: "answer", status: 200, body: { code: "3", message: "instance is locked", lock_time_left: "5" } },
      });
      const outcome = await stack.up(seven({ password: secret(NEW_PASSWORD) }));
      expect(outcome.failed).toBe(true);
      expect(outcome.output).toMatch(/takes no new one for 5 minutes: run `pulumi up` again then/);
      // The state still has the old password, so the program as it was asks for no change of it.
      const sent = dcs.journal.length;
      await told(stack.up(seven()));
      expect(dcs.journal.slice(sent).filter(({ method }) => method !== "GET" && method !== "POST")).toEqual([]);
      expect(dcs.instances()[0]?.id).toBe(cache?.id);
    },
  );

  test("its keys survive a password that was changed elsewhere, a reset, renamed commands and a new port", async () => {
    const [before] = dcs.instances();
    const clients: Redis[] = [];
    const open = (port: number, password: string) => {
      const redis = new Redis({ host: before?.ip, port, password, lazyConnect: true, retryStrategy: () => null });
      redis.on("error", () => {});
      clients.push(redis);
      return redis;
    };
    const port = Number(before?.port);
    try {
      const first = open(port, PASSWORD);
      await first.set("cart:7", "two apples");
      // As if somebody else had changed the password meanwhile.
      dcs.fault({
        on: { method: "PUT", path: /\/password$/ },
        with: { kind: "answer", status: 200, body: { result: "passwordFailed", retry_times_left: "4" } },
      });
      const changes = {
        password: secret(NEW_PASSWORD),
        port: port + 1,
        renameCommands: { keys: "cachekeys", flushall: "cacheflushall", flushdb: "cacheflushdb" },
      };
      const preview = await told(stack.preview(seven(changes)));
      for (const line of [
        "password will be changed; data and address stay",
        `port cuts every connection; data and address stay: clients must connect to port ${port + 1}`,
        "renameCommands restarts the cache: connections are cut for seconds; data and address stay",
      ])
        expect(preview.output).toContain(line);
      expect(await told(stack.up(seven(changes)))).toMatchObject({ changes: { update: 1 } });
      expect(dcs.instances()[0]?.id).toBe(before?.id);
      const after = open(port + 1, NEW_PASSWORD);
      expect(await after.get("cart:7")).toBe("two apples");
      expect(await after.call("cachekeys", "*")).toEqual(["cart:7"]);
      await expect(after.keys("*")).rejects.toThrow(/unknown command/);

      const without = seven({ password: undefined, noPasswordAccess: true });
      await told(stack.up(without));
      const free = open(6379, "");
      expect(await free.get("cart:7")).toBe("two apples");
      expect(await free.keys("*")).toEqual(["cart:7"]);
      await told(stack.up(seven()));
      expect(await open(6379, PASSWORD).get("cart:7")).toBe("two apples");
    } finally {
      for (const redis of clients) redis.disconnect();
    }
  });

  test("is replaced by another version, and destroyed", async () => {
    const [before] = dcs.instances();
    const other = oneCache({ engineVersion: "6.0" });
    expect(await told(stack.up(other))).toMatchObject({ changes: { replace: 1 } });
    expect(dcs.instances()).toEqual([expect.objectContaining({ engineVersion: "6.0", status: "RUNNING" })]);
    expect(dcs.instances()[0]?.id).not.toBe(before?.id);
    await told(stack.destroy());
    expect(dcs.instances()).toEqual([]);
  });
});
