import { secret } from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../support/calls";
import { everythingSet, PASSWORD } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

/** With the number of nodes, too. */
const EVERYTHING: DcsInstanceArgs = { ...everythingSet, replicas: 2 };

const program =
  (more: Partial<DcsInstanceArgs> = {}) =>
  async () => {
    const cache = new DcsInstance("sessions", { ...EVERYTHING, password: secret(PASSWORD), ...more });
    return { id: cache.id };
  };

describe("an instance made elsewhere with everything set", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let id: string;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 100 });
    const elsewhere = await EngineStack.create(dcs.env);
    await succeeded(elsewhere.up(program()));
    id = dcs.instances()[0]?.id ?? "";
    stack = await EngineStack.create(dcs.env);
    await elsewhere.close();
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("is taken over by an equal program without a call that changes anything", async () => {
    const calls = modifyingCalls(dcs);
    calls();
    await succeeded(stack.up(program({ adoptInstanceId: id })));
    expect(calls()).toEqual([]);
    expect(dcs.instances()).toHaveLength(1);
  });

  test("shows no change in the next preview, after a refresh, and in the next up", async () => {
    const adopted = program({ adoptInstanceId: id });
    expect(await stack.preview(adopted)).toMatchObject({ failed: false, changes: { same: 2 } });
    expect(await stack.refresh()).toMatchObject({ changes: { same: 2 } });
    expect(await stack.up(adopted)).toMatchObject({ changes: { same: 2 } });
  });

  test("shows all of it to DcsInstance.get, of what the service shows", async () => {
    const reader = await EngineStack.create(dcs.env);
    await succeeded(
      reader.up(async () => {
        DcsInstance.get("found", id);
      }),
    );
    const [found] = await reader.caches();
    const { renameCommands: _, ...shown } = EVERYTHING;
    expect(found?.outputs).toMatchObject({
      ...shown,
      availableZones: expect.any(Array),
      parameters: expect.objectContaining(EVERYTHING.parameters as object),
      enableWhitelist: true,
      status: "RUNNING",
    });
    expect(await reader.refresh()).toMatchObject({ changes: { same: 2 } });
    await reader.close();
  });
});
