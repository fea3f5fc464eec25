import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longDescribe, longTest } from "../../support/long";
import { modifyingCalls } from "../support/calls";
import { EngineStack, type Outcome, succeeded } from "../support/stack";
import { ha } from "./rows/row";

const elsewhere = "11111111-2222-4333-8444-555555555555";

const program = (args: Partial<DcsInstanceArgs>) => async () => {
  new DcsInstance("cache", { ...(ha as DcsInstanceArgs), ...args });
};
const nothing = async () => {};

const urnOf = async (stack: EngineStack) => [(await stack.caches())[0]?.urn ?? ""];

describe("deletionProtection", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let calls: () => unknown[];

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    stack = await EngineStack.create(dcs.env);
    calls = modifyingCalls(dcs);
    await succeeded(stack.up(program({ deletionProtection: true })));
    calls();
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const refused = (outcome: Outcome, reason: RegExp) => {
    expect(outcome.failed).toBe(true);
    expect(outcome.output).toMatch(reason);
    expect(calls()).toEqual([]);
    expect(dcs.instances()).toHaveLength(1);
  };

  test("lets a change in place pass", async () => {
    const up = await succeeded(stack.up(program({ deletionProtection: true, description: "carts" })));
    expect(up.changes).toEqual({ same: 1, update: 1 });
    expect(calls()).toHaveLength(1);
  });

  test("fails a change that replaces at preview, with the properties that force it and the way on", async () => {
    const reason =
      /protected by deletionProtection, and a change of subnetId, vpcId would replace it.*set deletionProtection: false, run `pulumi up`/s;
    const moved = { vpcId: elsewhere, subnetId: elsewhere, description: "carts" };
    const sorted = (outcome: Outcome) => ({
      ...outcome,
      output: outcome.output.replace("vpcId, subnetId", "subnetId, vpcId"),
    });
    refused(sorted(await stack.preview(program({ ...moved, deletionProtection: true }))), reason);
    refused(sorted(await stack.up(program({ ...moved, deletionProtection: true }))), reason);
  });

  longTest("holds as long as the state has it, also where the same change switches it off", async () => {
    refused(
      await stack.preview(program({ vpcId: elsewhere, deletionProtection: false })),
      /protected by deletionProtection/,
    );
  });

  test("refuses destroy, without the program, and says how to go on", async () => {
    refused(
      await stack.destroy(),
      /is protected by deletionProtection and was not deleted.*deletionProtection: false/s,
    );
    refused(await stack.up(nothing), /is protected by deletionProtection and was not deleted/);
  });

  test("switched off, is a change of the state only, and lets the cache be destroyed", async () => {
    await succeeded(stack.up(program({ deletionProtection: false, description: "carts" })));
    expect(calls()).toEqual([]);
    await succeeded(stack.destroy());
    expect(dcs.instances()).toEqual([]);
  });

  longTest("is taken from the stack's configuration where the program says nothing", async () => {
    calls();
    await stack.setConfig({ "otc:deletionProtection": { value: "true" } });
    await succeeded(stack.up(program({})));
    calls();
    refused(await stack.destroy(), /is protected by deletionProtection/);
    await succeeded(stack.up(program({ deletionProtection: false })));
    await succeeded(stack.destroy());
  });
});

longDescribe("A cache that was changed outside of Pulumi and is given up", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let id: string | undefined;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5 });
    stack = await EngineStack.create(dcs.env);
    await succeeded(stack.up(program({})));
    id = (await stack.caches())[0]?.id;
    dcs.tamper(id ?? "", { vpcId: elsewhere });
    await succeeded(stack.refresh());
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("stays where pulumi up --replace finds its name taken, as no provider of this kind can tell whose it is", async () => {
    const outcome = await stack.up(program({}), { replace: await urnOf(stack) });
    expect(outcome.failed).toBe(true);
    expect(outcome.output).toMatch(/an instance named "cache-test" exists already/);
    expect(dcs.instances().map((each) => each.id)).toEqual([id]);
  });

  test("makes room for a new one by pulumi destroy --target and pulumi up, as the refusal says", async () => {
    expect((await stack.up(program({}))).output).toContain("pulumi destroy --target <urn>");
    await succeeded(stack.destroy({ target: await urnOf(stack) }));
    await succeeded(stack.up(program({})));
    expect(dcs.instances()).toEqual([expect.objectContaining({ name: "cache-test", status: "RUNNING" })]);
    expect(dcs.instances()[0]?.id).not.toBe(id);
  });
});
