import { runtime } from "@pulumi/pulumi";
import { type Emulator, startEmulator } from "../../emulator";
import { CallError } from "./support/call-error";
import { type Props, ProviderProcess } from "./support/provider-process";

const PASSWORD = "Local\\Kettle/7&<only";

const declared: Props = {
  name: "sessions-test",
  engineVersion: "6.0",
  cacheMode: "ha",
  capacity: 2,
  password: PASSWORD,
  availableZones: ["eu-de-01", "eu-de-02"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

describe("the provider process", () => {
  let dcs: Emulator;
  let provider: ProviderProcess;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200 });
    provider = await ProviderProcess.start(dcs.env);
  });
  afterAll(async () => {
    await provider.stop();
    await dcs.close();
  });

  test("takes a cache from check to delete, and answers every call in full", async () => {
    const { inputs, failures } = await provider.check(declared);
    expect(failures).toEqual([]);
    const { id, outs } = await provider.create(inputs);
    expect(outs).toMatchObject({ ...declared, status: "RUNNING", productId: "redis.ha.xu1.large.r2.2-h" });
    expect(await provider.diff(id, outs, inputs)).toEqual({ changes: false, replaces: [], deleteBeforeReplace: false });

    const read = await provider.read(id, outs);
    expect(read.props).toEqual({ ...outs, __provider: expect.any(String) });
    expect(read.inputs).toMatchObject(declared);

    const edited = { ...inputs, description: "edited" };
    expect(await provider.diff(id, outs, edited)).toMatchObject({ changes: true, replaces: [] });
    const updated = await provider.update(id, outs, edited);
    expect(updated).toMatchObject({ description: "edited", status: "RUNNING", endpoint: outs.endpoint });

    await provider.delete(id, updated);
    expect(dcs.instances()).toEqual([]);
    expect((await provider.read(id, updated)).id).toBe("");
    await provider.delete(id, updated);
  });

  test("replaces for another VPC, deleting first because the name stays", async () => {
    const { inputs } = await provider.check(declared);
    const { id, outs } = await provider.create(inputs);
    const moved = { ...inputs, vpcId: "11111111-2222-4333-8444-555555555555" };
    expect(await provider.diff(id, outs, moved)).toEqual({
      changes: true,
      replaces: ["vpcId"],
      deleteBeforeReplace: true,
    });
    const renamed = { ...moved, name: "sessions-next" };
    expect(await provider.diff(id, outs, renamed)).toMatchObject({ replaces: ["vpcId"], deleteBeforeReplace: false });
    await provider.delete(id, outs);
  });

  test("lets values pass that are not known yet, at any depth, and still judges the rest", async () => {
    const later = runtime.unknownValue;
    const { failures } = await provider.check({
      ...declared,
      vpcId: later,
      password: later,
      availableZones: [later, "eu-de-99"],
      instanceBackupPolicy: {
        saveDays: later,
        periodicalBackupPlan: { beginAt: later, periodType: "weekly", backupAt: [later, 9] },
      },
    });
    expect(failures.map(({ property }) => property).sort()).toEqual([
      "availableZones[1]",
      "instanceBackupPolicy.periodicalBackupPlan.backupAt[1]",
    ]);
  });

  test("keeps the id, the inputs and its own text when a create outlasts its time", async () => {
    const slow = await startEmulator({ redis: false, createMs: 60_000 });
    const patient = await ProviderProcess.start(slow.env);
    try {
      const { inputs } = await patient.check({ ...declared, customTimeouts: { create: "1s" } });
      const failure = await patient.create(inputs).then(
        () => undefined,
        (error: CallError) => error,
      );
      expect(failure).toBeInstanceOf(CallError);
      expect(failure?.kept).toMatchObject({
        id: slow.instances()[0]?.id,
        properties: { name: "sessions-test", __provider: expect.any(String) },
        reasons: [expect.stringMatching(/still creating after 1 s \(the time limit\); status CREATING/)],
      });
    } finally {
      await patient.stop();
      await slow.close();
    }
  });

  test("writes no password to its output", () => {
    expect(provider.output).toContain("vpcId");
    expect(provider.output).not.toContain(PASSWORD);
    expect(provider.output).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
  });
});
