import * as pulumi from "@pulumi/pulumi";
import { type Emulator, startEmulator } from "../../../../emulator";
import {
  getAvailabilityZones,
  getFlavors,
  getFlavorsOutput,
  getInstances,
  getMaintenanceWindows,
  getParameters,
  getParameterTemplates,
  getProducts,
  getQuota,
} from "../../../../provider";

let dcs: Emulator;
const before = { ...process.env };

beforeAll(async () => {
  dcs = await startEmulator({ redis: false, createMs: 0, instanceQuota: 5 });
  Object.assign(process.env, dcs.env);
  await dcs.foreign({ name: "sessions", tags: [{ key: "team", value: "shop" }] });
  await dcs.foreign({ name: "sessions-2" });
});
afterAll(async () => {
  process.env = before;
  await dcs.close();
});

test("The zones of the region say whether they have resources", async () => {
  expect(await getAvailabilityZones()).toContainEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    code: "eu-de-01",
    hasResources: true,
  });
});

test("Products are listed with what the argument productId takes", async () => {
  const found = await getProducts({ cacheMode: "ha", engineVersion: "6.0", capacity: 2 });
  expect(found).toContainEqual(
    expect.objectContaining({ productId: "redis.ha.xu1.large.r2.2-h", capacities: [2], replicas: 2 }),
  );
  expect(found.every(({ cacheMode }) => cacheMode === "ha")).toBe(true);
});

test("Flavors are filtered by mode, version, size, zone and replicas", async () => {
  const [flavor, ...more] = await getFlavors({
    cacheMode: "ha",
    engineVersion: "6.0",
    capacity: 2,
    zone: "eu-de-02",
    replicas: 2,
  });
  expect(more).toEqual([]);
  expect(flavor).toMatchObject({ specCode: "redis.ha.xu1.large.r2.2", capacity: 2, replicas: 2, shards: 1 });
  expect(flavor?.availableZones).toContain("eu-de-02");
  expect(flavor?.maxConnections).toBe(10_000);
  expect(flavor?.maxBandwidth).toBeGreaterThan(0);
});

test("A flavor that no zone of that name has is not listed", async () => {
  expect(await getFlavors({ zone: "eu-nl-01" })).toEqual([]);
});

test("The windows are written as the arguments take them, and one is the default", async () => {
  const windows = await getMaintenanceWindows();
  expect(windows).toContainEqual({ begin: "22:00:00", end: "02:00:00", isDefault: false });
  expect(windows.filter(({ isDefault }) => isDefault)).toEqual([
    { begin: "02:00:00", end: "06:00:00", isDefault: true },
  ]);
});

test("The quota says what is free", async () => {
  const { instances, memory } = await getQuota();
  expect(instances).toEqual({ limit: 5, used: 2, free: 3 });
  expect(memory?.free).toBe((memory?.limit ?? 0) - (memory?.used ?? 0));
});

test("Caches are found by their whole name, their tags and their status", async () => {
  const all = await getInstances();
  expect(all.map(({ name }) => name).sort()).toEqual(["sessions", "sessions-2"]);
  const [found, ...more] = await getInstances({ name: "sessions" });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ name: "sessions", status: "RUNNING", tags: { team: "shop" } });
  expect((await getInstances({ tags: { team: "shop" } })).map(({ name }) => name)).toEqual(["sessions"]);
  expect(await getInstances({ tags: { team: "jobs" } })).toEqual([]);
  expect(await getInstances({ status: "EXTENDING" })).toEqual([]);
});

test("Parameters of a cache say what each may be", async () => {
  const [{ id = "" } = {}] = await getInstances({ name: "sessions" });
  expect(await getParameters({ instanceId: id })).toContainEqual({
    name: "timeout",
    value: "0",
    defaultValue: "0",
    type: "Integer",
    range: "0-7200",
  });
});

test("Templates of a version and a mode are found with the id that templateId takes", async () => {
  const found = await getParameterTemplates({ type: "sys", engineVersion: "5.0", cacheMode: "single" });
  expect(found).toMatchObject([{ id: "11", engineVersion: "5.0", cacheMode: "single" }]);
  expect(await getParameterTemplates({ type: "user" })).toEqual([]);
});

test("A mistake is named with its argument and what is allowed, before anything is asked", async () => {
  const calls = dcs.journal.length;
  await expect(getFlavors({ cacheMode: "cluser" as "cluster", capacity: 0 })).rejects.toThrow(
    /^getFlavors: .*cacheMode: "cluser" is not allowed.*"cluster".*; capacity: 0 .*use a size in GB/,
  );
  expect(dcs.journal).toHaveLength(calls);
});

test("A wrong password is explained by the settings it came from", async () => {
  const { OS_PASSWORD } = process.env;
  process.env.OS_PASSWORD = "not-the-password";
  await expect(getQuota()).rejects.toThrow(/^getQuota: .*OS_PASSWORD/s);
  process.env.OS_PASSWORD = OS_PASSWORD;
});

test("With a value that is not known in a preview the output is unknown, and nothing is asked", async () => {
  const calls = dcs.journal.length;
  const unknown = new (pulumi.Output as unknown as new (...of: unknown[]) => pulumi.Output<number>)(
    new Set(),
    Promise.resolve(undefined),
    Promise.resolve(false),
    Promise.resolve(false),
    Promise.resolve(new Set()),
  );
  const output = getFlavorsOutput({ capacity: unknown });
  expect(await (output as unknown as { isKnown: Promise<boolean> }).isKnown).toBe(false);
  expect(dcs.journal).toHaveLength(calls);
});

test("Importing the package loads neither the client nor the schemas", () => {
  const { execFileSync } = jest.requireActual<typeof import("node:child_process")>("node:child_process");
  const script = `require("ts-node/register/transpile-only"); require("./provider"); console.log(Object.keys(require.cache).filter((path) => /node_modules.(axios|ajv|yaml)./.test(path)).length)`;
  expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim()).toBe("0");
});

test("A refusal of the service names the argument of the look-up whose field it is about", async () => {
  const message = "The parameter engine_version is invalid.";
  dcs.fault({
    on: { path: /\/flavors$/ },
    with: { kind: "status", status: 400, body: "v2", code: "DCS.4062", message },
  });
  await expect(getFlavors({ engineVersion: "6.0" })).rejects.toThrow(/; engineVersion: compare the argument/);
});
