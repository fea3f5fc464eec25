import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import type { ModifyingCall } from "../support/calls";
import { type CacheState, EngineStack, type Outcome, succeeded } from "../support/stack";
import { drifts } from "./drifts";
import { variants } from "./variants";
import { type Announced, announced, type ByResource, Follower } from "./witnesses";

const resources: Readonly<Record<string, Partial<DcsInstanceArgs>>> = {
  ...variants,
  ...Object.fromEntries(drifts.map(({ declared }, at) => [`drift-${at}`, declared])),
};

const program = async () => {
  for (const [name, args] of Object.entries(resources)) new DcsInstance(name, args as DcsInstanceArgs);
};

const count = Object.keys(resources).length;

// Milliseconds; a busy machine takes minutes over this many resources.
const MANY_RESOURCES = 600_000;

describe("what changes outside of Pulumi", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let before: ByResource<CacheState>;
  let untouched: Outcome;
  let refreshed: Outcome;
  let previewed: ByResource<Announced>;
  let calls: ByResource<ModifyingCall[]>;
  let repaired: ByResource<CacheState>;
  let settled: Outcome;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    stack = await EngineStack.create(dcs.env);
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(program));
    ({ states: before } = await follower.read());
    untouched = await succeeded(stack.refresh());
    for (const [at, { tampering }] of drifts.entries()) dcs.tamper(before.get(`drift-${at}`)?.id ?? "", tampering);
    refreshed = await succeeded(stack.refresh());
    previewed = announced(await stack.previewJson(program), await follower.states());
    await succeeded(stack.up(program));
    ({ calls, states: repaired } = await follower.read());
    settled = await succeeded(stack.refresh());
  }, MANY_RESOURCES);
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test(`a refresh of ${Object.keys(variants).length} kinds of untouched caches shows no change`, () => {
    expect(Object.keys(variants).length).toBeGreaterThanOrEqual(14);
    expect(untouched.changes).toEqual({ same: count + 1 });
    expect(untouched.output).not.toContain("was changed outside of Pulumi");
  });

  const named = drifts.map((drift, at) => ({
    ...drift,
    title: `${drift.argument} ${drift.done}`,
    name: `drift-${at}`,
  }));

  describe.each(named)("$title", ({ argument, name, shown, repair, left }) => {
    test("refresh finds it and prints old and new value", () => {
      const own = `cache "${before.get(name)?.outputs.name}": ${argument} was changed outside of Pulumi: `;
      const line = refreshed.output.split("\n").find((each) => each.includes(own));
      expect(line).toContain(shown);
    });

    test(
      repair === "replace" ? "the next up replaces, which preview announces" : "the next up repairs it in place",
      () => {
        const made = (calls.get(name) ?? []).map(({ call, body }) => ({ call, body }));
        const { verdict, forcing } = previewed.get(name) as Announced;
        if (repair === "replace") {
          expect(verdict).toBe("replace");
          expect(forcing).toContain(argument);
          expect(made.map(({ call }) => call)).toEqual(["DELETE /instances/{id}", "POST /instances"]);
        } else {
          expect({ verdict, forcing }).toEqual({ verdict: "update", forcing: [] });
          expect(made).toEqual(repair);
        }
        expect(repaired.get(name)?.outputs[argument]).toEqual(left ?? before.get(name)?.outputs[argument]);
      },
    );
  });

  test("refresh and up leave alone what nobody touched", () => {
    expect(refreshed.changes).toEqual({ same: count + 1 - drifts.length, update: drifts.length });
    for (const name of Object.keys(variants)) expect(calls.get(name)).toBeUndefined();
  });

  test("after the repair nothing differs any more", () => {
    expect(settled.changes).toEqual({ same: count + 1 });
  });
});
