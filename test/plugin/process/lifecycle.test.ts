import { runtime } from "@pulumi/pulumi";
import { type Emulator, startEmulator } from "../../../emulator";
import type { CallError } from "../../process/support/call-error";
import { PluginProcess, type Props, secret } from "../support/plugin-process";

const PASSWORD = "Local\\Kettle/7&<only";
const urn = "urn:pulumi:test::caches::otc:dcs:Instance::sessions";

const declared: Props = {
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  password: secret(PASSWORD),
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

const failureOf = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => Promise.reject(new Error("the call did not fail")),
    (error: CallError) => error,
  );

describe("the plugin's process", () => {
  let dcs: Emulator;
  let plugin: PluginProcess;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200 });
    plugin = await PluginProcess.start(dcs.env);
  });
  afterAll(async () => {
    await plugin.stop();
    await dcs.close();
  });

  test("takes a cache from check to delete, and keeps its secrets marked", async () => {
    const { inputs, failures } = await plugin.check(urn, declared);
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject({ ...declared, name: "sessions-test", engine: "Redis" });

    const { id, outs } = await plugin.create(urn, inputs);
    const { password: _, ...shown } = inputs;
    expect(outs).toMatchObject({ ...shown, status: "RUNNING", productId: "redis.ha.xu1.large.r2.2-h" });
    expect(outs.connectionString).toEqual(secret(`redis://:${encodeURIComponent(PASSWORD)}@${outs.endpoint}`));
    // All that programs can read, and nothing else: the password stands in the inputs.
    const { properties, required } = require("../../../plugin/schema.json").resources["otc:dcs:Instance"];
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(outs)));
    expect(Object.keys(outs)).toEqual(expect.arrayContaining(required));
    expect(await plugin.diff(urn, id, outs, inputs, inputs)).toMatchObject({ changes: false, detailed: {} });

    const read = await plugin.read(urn, id, outs, inputs);
    expect(read).toEqual({ id, props: outs, inputs });

    const edited = { ...inputs, description: "edited", port: 6390 };
    expect(await plugin.diff(urn, id, outs, edited, inputs)).toMatchObject({
      changes: true,
      replaces: [],
      detailed: { description: "add", port: "update" },
      stables: expect.arrayContaining(["status", "vpcId", "ip"]),
    });
    const foreseen = await plugin.update(urn, id, outs, edited, inputs, true);
    expect(foreseen).toMatchObject({ description: "edited", port: 6390, ip: outs.ip, endpoint: runtime.unknownValue });
    const updated = await plugin.update(urn, id, outs, edited, inputs);
    expect(updated).toMatchObject({ description: "edited", status: "RUNNING", endpoint: `${outs.ip}:6390` });

    await plugin.delete(urn, id, updated, edited);
    expect(dcs.instances()).toEqual([]);
    expect((await plugin.read(urn, id, updated, edited)).id).toBe("");
    await plugin.delete(urn, id, updated, edited);
  });

  test("foresees a new cache by what its check has asked, without another call", async () => {
    const { inputs } = await plugin.check(urn, declared);
    const calls = dcs.journal.length;
    const { id, outs } = await plugin.create(urn, inputs, { preview: true });
    expect(dcs.journal.length).toBe(calls);
    expect(id).toBe("");
    const { password: _, ...shown } = inputs;
    expect(outs).toMatchObject({
      ...shown,
      resourceSpecCode: "redis.ha.xu1.large.r2.2",
      availableZoneIds: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
      region: "eu-de",
      endpoint: runtime.unknownValue,
      status: runtime.unknownValue,
    });
    expect(dcs.instances()).toEqual([]);
  });

  test("foresees nothing of a cache that may be another one: it is taken over", async () => {
    const { inputs } = await plugin.check(urn, declared);
    const { id, outs } = await plugin.create(urn, inputs);
    // The next run.
    await plugin.configure({});
    const again = await plugin.check(urn, { ...declared, onNameConflict: "adopt" });
    expect((await plugin.create(urn, again.inputs, { preview: true })).outs).toMatchObject({
      resourceSpecCode: runtime.unknownValue,
      availableZoneIds: runtime.unknownValue,
    });
    await plugin.delete(urn, id, outs, inputs);
  });

  test("says which place of a property forces a replacement, and that the old cache goes first", async () => {
    const { inputs } = await plugin.check(urn, declared);
    const { id, outs } = await plugin.create(urn, inputs);
    const moved = { ...inputs, vpcId: "11111111-2222-4333-8444-555555555555", tags: { team: "shop" } };
    expect(await plugin.diff(urn, id, outs, moved, inputs)).toMatchObject({
      changes: true,
      replaces: ["vpcId"],
      deleteBeforeReplace: true,
      detailed: { vpcId: "update_replace", tags: "add" },
    });
    await plugin.delete(urn, id, outs, inputs);
  });

  test.each([
    ["another password", { password: secret("Another1-Kettle") }, "/password"],
    ["other names of commands", { renameCommands: { keys: "kettleKeys" } }, "^/v2/.*/instances"],
  ] as const)("sets %s in the next update if the service refuses it in one", async (_, more, path) => {
    const { inputs } = await plugin.check(urn, declared);
    const { id, outs } = await plugin.create(urn, inputs);
    const edited = { ...inputs, description: "edited", ...more };
    const refused = ["PUT", "POST"].map((method) =>
      dcs.fault({
        on: { method, path },
        times: Number.POSITIVE_INFINITY,
        with: { kind: "status", status: 400, code: "DCS.4019" },
      }),
    );
    const { kept } = await failureOf(plugin.update(urn, id, outs, edited, inputs));
    for (const fault of refused) fault.clear();
    expect(kept?.properties).toMatchObject({ description: "edited" });
    // The engine has the new inputs from now on.
    const left = await plugin.diff(urn, id, kept?.properties ?? {}, edited, edited);
    expect(left).toMatchObject({ changes: true });
    expect(Object.keys(left.detailed)).toEqual(Object.keys(more));
    const updated = await plugin.update(urn, id, kept?.properties ?? {}, edited, edited);
    expect((await plugin.diff(urn, id, updated, edited, edited)).changes).toBe(false);
    expect(Object.keys(updated).sort()).toEqual([...Object.keys(outs), "description"].sort());
    await plugin.delete(urn, id, updated, edited);
  });

  test("names every mistake at once, by its path", async () => {
    const { failures } = await plugin.check(urn, { ...declared, capacity: 3, maintainBegin: "02:00:00", sizeGb: 1 });
    expect(failures.map(({ property }) => property)).toEqual(["", "capacity", "maintainEnd"]);
  });

  test("keeps id and inputs when a create outlasts the time that the engine names", async () => {
    const slow = await startEmulator({ redis: false, createMs: 60_000 });
    const patient = await PluginProcess.start(slow.env);
    try {
      const { inputs } = await patient.check(urn, declared);
      const { kept } = await failureOf(patient.create(urn, inputs, { timeout: 1 }));
      expect(kept).toMatchObject({
        id: slow.instances()[0]?.id,
        properties: { name: "sessions-test", status: "CREATING" },
        reasons: [expect.stringMatching(/still creating after 1 s \(the time limit\); status CREATING/)],
      });
      expect(kept?.properties).not.toHaveProperty("customTimeouts");
    } finally {
      await patient.stop();
      await slow.close();
    }
  });

  test("ends its waiting within a second when the run is cancelled, and keeps the id", async () => {
    const slow = await startEmulator({ redis: false, createMs: 60_000 });
    const patient = await PluginProcess.start(slow.env);
    try {
      const { inputs } = await patient.check(urn, declared);
      const creating = failureOf(patient.create(urn, inputs));
      while (slow.instances().length === 0) await new Promise((wake) => setTimeout(wake, 20));
      await new Promise((wake) => setTimeout(wake, 300));
      const since = Date.now();
      await patient.cancel();
      const { kept } = await creating;
      expect(Date.now() - since).toBeLessThan(1_000);
      expect(kept).toMatchObject({
        id: slow.instances()[0]?.id,
        reasons: [expect.stringMatching(/cancelled\. Its id is kept: run `pulumi up` again to go on waiting$/)],
      });
      expect(slow.instances()).toHaveLength(1);
    } finally {
      await patient.stop();
      await slow.close();
    }
  });

  test("writes no password to its output", () => {
    expect(plugin.output).toContain("vpcId");
    expect(plugin.output).not.toContain(PASSWORD);
    expect(plugin.output).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
  });
});
