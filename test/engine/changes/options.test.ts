import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import type { ModifyingCall } from "../support/calls";
import { type CacheState, EngineStack, type Outcome, succeeded } from "../support/stack";
import { ha as base, modify } from "./rows/row";
import { type Announced, announced, type ByResource, Follower } from "./support/witnesses";

const ha = base as DcsInstanceArgs;
const elsewhere = "11111111-2222-4333-8444-555555555555";

const atFirst = async () => {
  new DcsInstance("replaced", { ...ha, description: "carts" }, { replaceOnChanges: ["description"] });
  new DcsInstance("ignoring", { ...ha, description: "carts" }, { ignoreChanges: ["description", "capacity"] });
  new DcsInstance("protected", ha, { protect: true });
  new DcsInstance("retained", ha, { retainOnDelete: true });
  new DcsInstance("old", { ...ha, name: "moved" });
  new DcsInstance("in-order", { ...ha, name: "first-one" }, { deleteBeforeReplace: true });
};

const changed = (ofProtected: Partial<DcsInstanceArgs>) => async () => {
  new DcsInstance("replaced", { ...ha, description: "baskets" }, { replaceOnChanges: ["description"] });
  new DcsInstance(
    "ignoring",
    { ...ha, description: "baskets", capacity: 4 },
    { ignoreChanges: ["description", "capacity"] },
  );
  new DcsInstance("protected", { ...ha, ...ofProtected }, { protect: true });
  new DcsInstance("new", { ...ha, name: "moved" }, { aliases: [{ name: "old" }] });
  new DcsInstance("in-order", { ...ha, name: "second-one", vpcId: elsewhere }, { deleteBeforeReplace: true });
};

describe("Pulumi's resource options", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let first: ByResource<CacheState>;
  let previewed: ByResource<Announced>;
  let calls: ByResource<ModifyingCall[]>;
  let second: ByResource<CacheState>;
  let refused: Outcome;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5 });
    stack = await EngineStack.create(dcs.env);
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(atFirst));
    ({ states: first } = await follower.read());
    const program = changed({ description: "carts" });
    previewed = announced(await stack.previewJson(program), first);
    await succeeded(stack.up(program));
    ({ calls, states: second } = await follower.read());
    refused = await stack.up(changed({ description: "carts", vpcId: elsewhere }));
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const callsOf = (name: string) => calls.get(name)?.map(({ call }) => call);
  const idOf = (name: string, states = second) => states.get(name)?.id;
  const running = (id: string | undefined) => dcs.instances().some((each) => each.id === id);

  test("replaceOnChanges replaces a cache for a change that could be made in place", () => {
    expect(previewed.get("replaced")).toMatchObject({ verdict: "replace", forcing: ["description"] });
    expect(previewed.get("replaced")?.lines).toEqual([
      expect.stringMatching(/description "carts" -> "baskets" replaces the cache: .*replaceOnChanges/),
    ]);
    expect(callsOf("replaced")).toEqual(["DELETE /instances/{id}", "POST /instances"]);
  });

  test("ignoreChanges leaves a cache as it is, whatever the program says", () => {
    expect(previewed.get("ignoring")).toMatchObject({ verdict: "same" });
    expect(callsOf("ignoring")).toBeUndefined();
    expect(second.get("ignoring")?.outputs).toMatchObject({ description: "carts", capacity: 2 });
  });

  test("protect lets a cache be changed in place and refuses to replace it", () => {
    expect(calls.get("protected")).toEqual([
      expect.objectContaining(modify({ description: "carts" }) as unknown as Record<string, unknown>),
    ]);
    expect(refused.failed).toBe(true);
    expect(refused.output).toMatch(/protected|protection/);
    expect(running(idOf("protected"))).toBe(true);
  });

  test("retainOnDelete forgets a cache that leaves the program and lets it run on", () => {
    expect(second.has("retained")).toBe(false);
    expect(callsOf("retained")).toBeUndefined();
    expect(running(idOf("retained", first))).toBe(true);
  });

  test("aliases keep the cache of a resource that is renamed", () => {
    expect(previewed.get("new")).toMatchObject({ verdict: "same" });
    expect(callsOf("new")).toBeUndefined();
    expect(idOf("new")).toBe(idOf("old", first));
  });

  test("deleteBeforeReplace deletes the old cache first, also where both could stand side by side", () => {
    expect(previewed.get("in-order")).toMatchObject({ verdict: "replace", forcing: ["vpcId"] });
    expect(callsOf("in-order")).toEqual(["DELETE /instances/{id}", "POST /instances"]);
  });
});
