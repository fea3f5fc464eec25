import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import Redis from "ioredis";
import * as dcsPackage from "pulumi-otc-dcs";
import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { PASSWORD, todays } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

/** The specification's example request; its placeholders are the product and the password. */
const SPECIFIED = {
  name: "dcs-a11e",
  description: "Create a instance",
  engine: "Redis",
  engine_version: "3.0",
  capacity: 2,
  password: PASSWORD,
  vpc_id: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e",
  subnet_id: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
  available_zones: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
  product_id: "OTC_DCS_MS",
  instance_backup_policy: {
    save_days: 1,
    backup_type: "auto",
    periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 2, 3, 4, 5, 6, 7] },
  },
  maintain_begin: "22:00:00",
  maintain_end: "02:00:00",
};

// One after the other in one stack: each destroys what it made.
describe("the examples under the real engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: true, createMs: 150, deleteMs: 100 });
    stack = await EngineStack.create(dcs.env, {
      "caches:cachePassword": { value: PASSWORD, secret: true },
      "caches:deletionProtection": { value: "false" },
    });
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const program = (name: string) => async () => {
    let exported: Record<string, unknown> = {};
    // The program runs afresh each time, within the runtime that the engine is connected to.
    jest.isolateModules(() => {
      jest.doMock("@pulumi/pulumi", () => pulumi);
      jest.doMock("pulumi-otc-dcs", () => dcsPackage);
      exported = require(`../../../examples/${name}`);
    });
    return exported;
  };

  test("examples/seed-3.0 sends the specification's request, key for key", async () => {
    const up = await stack.up(program("seed-3.0"));
    expect(up).toMatchObject({ failed: false });
    expect(dcs.lastCreateBody()).toEqual(SPECIFIED);
  });

  longTest("examples/seed-3.0 stays as it is", async () => {
    expect(await stack.refresh()).toMatchObject({ changes: { same: 2 } });
    expect(await stack.up(program("seed-3.0"))).toMatchObject({ changes: { same: 2 } });
  });

  test("examples/seed-3.0 is destroyed", async () => {
    expect(await stack.destroy()).toMatchObject({ failed: false });
    expect(dcs.instances()).toEqual([]);
  });

  test("examples/basic ends with a cache that answers to its password, and destroy stops its Redis", async () => {
    expect(await stack.up(program("basic"))).toMatchObject({ failed: false });
    const [host, port] = String((await stack.outputs()).endpoint).split(":");
    const address = { host, port: Number(port), lazyConnect: true, retryStrategy: () => null };
    const redis = new Redis({ ...address, password: PASSWORD });
    await redis.connect();
    expect(await redis.ping()).toBe("PONG");
    await redis.set("greeting", "hello");
    expect(await redis.get("greeting")).toBe("hello");
    redis.disconnect();
    expect(await stack.destroy()).toMatchObject({ failed: false });
    const after = new Redis({ ...address, password: PASSWORD });
    after.on("error", () => {});
    await expect(after.connect()).rejects.toThrow();
    after.disconnect();
  });

  test("examples/production ends with an encrypted cache with whitelist, parameters and a backup, and stays as it is", async () => {
    await succeeded(stack.up(program("production")));
    const [instance] = dcs.instances();
    expect(instance).toMatchObject({
      enableSsl: true,
      whitelist: { enable_whitelist: true, whitelist: [{ group_name: "web", ip_list: ["192.168.0.0/16"] }] },
    });
    expect(await stack.refresh()).toMatchObject({ changes: { same: 3 } });
    expect(await stack.up(program("production"))).toMatchObject({ changes: { same: 3 } });
    await succeeded(stack.destroy());
    expect(dcs.instances()).toEqual([]);
  });

  test("examples/pair creates two caches below one component", async () => {
    await succeeded(stack.up(program("pair")));
    expect(
      dcs
        .instances()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["shop-jobs-test", "shop-sessions-test"]);
    await succeeded(stack.destroy());
  });

  test("examples/by-lookup takes product, zones and window from the service", async () => {
    // Functions read the environment of the program's own process, which is this one.
    const environment = { ...process.env };
    Object.assign(process.env, dcs.env);
    await succeeded(stack.up(program("by-lookup")));
    process.env = environment;
    expect(dcs.instances()).toMatchObject([{ capacity: 2, maintainBegin: "06:00:00", maintainEnd: "10:00:00" }]);
    expect(await stack.outputs()).toMatchObject({ product: "redis.ha.xu1.large.r2.2-h" });
    await succeeded(stack.destroy());
  });

  longTest("DcsInstance.get reads an existing cache without managing it", async () => {
    expect(await stack.up(program("basic"))).toMatchObject({ failed: false });
    const [id] = dcs.instances().map((instance) => instance.id);
    const reader = await EngineStack.create(dcs.env);
    const read = await reader.up(async () => {
      const cache = DcsInstance.get("found", id ?? "");
      return { name: cache.name, endpoint: cache.endpoint, capacity: cache.capacity };
    });
    expect(read).toMatchObject({ failed: false });
    expect(await reader.outputs()).toMatchObject({ name: dcs.instances()[0]?.name, capacity: 2 });
    expect(await reader.destroy()).toMatchObject({ failed: false });
    expect(dcs.instances()).toHaveLength(1);
    await reader.close();
    await succeeded(stack.destroy());
  });

  longTest("thirty caches hold the same provider text, the committed one", async () => {
    const many = Array.from({ length: 30 }, (_, n) => `cache-${n}`);
    const up = await stack.up(async () => {
      for (const name of many)
        new DcsInstance(name, { ...todays, noPasswordAccess: true, cacheMode: "single", availableZones: ["eu-de-01"] });
    });
    expect(up).toMatchObject({ failed: false });
    const texts = new Set((await stack.caches()).map(({ inputs }) => inputs.__provider));
    const committed = readFileSync(path.join(__dirname, "../../process/stored-text/dcs-instance.v1.txt"), "utf8");
    expect([...texts]).toEqual([committed]);
    expect(dcs.instances()).toHaveLength(30);
    expect(await stack.destroy()).toMatchObject({ failed: false });
  });

  test("an argument that becomes known only during the update is no mistake at preview", async () => {
    const dependent = async () => {
      const first = new DcsInstance("first", { ...todays, noPasswordAccess: true });
      new DcsInstance("second", { ...todays, noPasswordAccess: true, description: first.endpoint, vpcId: first.vpcId });
    };
    expect(await stack.preview(dependent)).toMatchObject({ failed: false, changes: { create: 3 } });
    expect(await stack.up(dependent)).toMatchObject({ failed: false });
  });
});
