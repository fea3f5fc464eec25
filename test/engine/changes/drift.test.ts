import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { EVERYTHING } from "../../support/everything";
import type { ModifyingCall } from "../support/calls";
import { type CacheState, EngineStack, type Outcome, succeeded } from "../support/stack";
import { type Drift, drifts } from "./support/drifts";
import { variants } from "./support/variants";
import { type Announced, announced, type ByResource, Follower } from "./support/witnesses";

// Milliseconds; a busy machine takes minutes over this many resources.
const MANY_RESOURCES = 600_000;

type Programs = Readonly<Record<string, Partial<DcsInstanceArgs>>>;

const program = (resources: Programs) => async () => {
  for (const [name, args] of Object.entries(resources)) new DcsInstance(name, args as DcsInstanceArgs);
};

/** A stack of caches that drift, each in one argument. */
class Drifting {
  private constructor(
    readonly dcs: Emulator,
    readonly stack: EngineStack,
    readonly follower: Follower,
    readonly before: ByResource<CacheState>,
  ) {}

  static async up(resources: Programs): Promise<Drifting> {
    const dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    const stack = await EngineStack.create(dcs.env);
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(program(resources)));
    const { states } = await follower.read();
    return new Drifting(dcs, stack, follower, states);
  }

  tamper(named: ReadonlyArray<Drift & { readonly name: string }>): void {
    for (const { name, tampering } of named) this.dcs.tamper(this.before.get(name)?.id ?? "", tampering);
  }

  async close(): Promise<void> {
    await this.stack.close();
    await this.dcs.close();
  }
}

/** What `npm test` plays: repaired by the calls of each kind, refused, and left alone. */
const PLAYED: ReadonlySet<string> = new Set([
  "description changed",
  "description set though not declared",
  "instanceBackupPolicy kept longer",
  "tags changed",
  "whitelist another list",
  "capacity less than declared",
  "capacity more than declared on 3.0",
  "availableZones others",
  "vpcId another",
  "enableSsl switched on",
  "enableSsl switched on though not declared",
  "port another though not declared",
  "privateIp another though not declared",
]);

const titleOf = ({ argument, done }: Drift): string => `${argument} ${done}`;
const played = drifts.filter((drift) => EVERYTHING || PLAYED.has(titleOf(drift)));

const named = played.map((drift, at) => ({
  ...drift,
  title: titleOf(drift),
  name: `drift-${at}`,
}));
const declarations = (list: typeof named): Programs =>
  Object.fromEntries(list.map(({ name, declared }) => [name, declared]));

/** What refresh prints of the argument. */
const driftLine = ({ output }: Outcome, cache: CacheState | undefined, argument: string): string | undefined => {
  const own = `cache "${cache?.outputs.name}": ${argument} was changed outside of Pulumi: `;
  return output.split("\n").find((each) => each.includes(own));
};

describe("What the program declares and can be changed in place", () => {
  const repairable = named.filter(({ repair }) => Array.isArray(repair));
  const resources = { ...variants, ...declarations(repairable) };
  const count = Object.keys(resources).length;
  let drifting: Drifting;
  let untouched: Outcome;
  let refreshed: Outcome;
  let previewed: ByResource<Announced>;
  let calls: ByResource<ModifyingCall[]>;
  let repaired: ByResource<CacheState>;
  let settled: Outcome;

  beforeAll(async () => {
    drifting = await Drifting.up(resources);
    const { stack, follower } = drifting;
    untouched = await succeeded(stack.refresh());
    drifting.tamper(repairable);
    refreshed = await succeeded(stack.refresh());
    previewed = announced(await stack.previewJson(program(resources)), await follower.states());
    await succeeded(stack.up(program(resources)));
    ({ calls, states: repaired } = await follower.read());
    settled = await succeeded(stack.refresh());
  }, MANY_RESOURCES);
  afterAll(() => drifting?.close());

  test(`a refresh of ${Object.keys(variants).length} kinds of untouched caches shows no change`, () => {
    expect(Object.keys(variants).length).toBeGreaterThanOrEqual(14);
    expect(untouched.changes).toEqual({ same: count + 1 });
    expect(untouched.output).not.toContain("was changed outside of Pulumi");
  });

  describe.each(repairable)("$title", ({ argument, name, shown, repair, left }) => {
    test("refresh finds it, prints old and new value, and says that the next up would change it back", () => {
      const line = driftLine(refreshed, drifting.before.get(name), argument);
      expect(line).toContain(shown);
      expect(line).toContain("The next `pulumi up` would change it back, in place");
    });

    test("the next up repairs it in place", () => {
      const made = (calls.get(name) ?? []).map(({ call, body }) => ({ call, body }));
      expect(previewed.get(name)).toMatchObject({ verdict: "update", forcing: [] });
      expect(made).toEqual(repair);
      expect(repaired.get(name)?.outputs[argument]).toEqual(left ?? drifting.before.get(name)?.outputs[argument]);
    });
  });

  test("refresh and up leave alone what nobody touched", () => {
    expect(refreshed.changes).toEqual({ same: count + 1 - repairable.length, update: repairable.length });
    for (const name of Object.keys(variants)) expect(calls.get(name)).toBeUndefined();
  });

  test("after the repair nothing differs any more", () => {
    expect(settled.changes).toEqual({ same: count + 1 });
  });
});

describe("What the program declares and only a new cache could change back", () => {
  const fixed = named.filter(({ repair }) => repair === "refused");
  const resources = declarations(fixed);
  let drifting: Drifting;
  let refreshed: Outcome;
  let again: Outcome;
  // Extended, moved and given another product in the console.
  const isMet = ({ argument }: Drift) =>
    (EVERYTHING ? ["capacity", "availableZones", "productId"] : ["availableZones"]).includes(argument);
  const refusals = new Map<string, Outcome[]>();
  let refusedCalls: ByResource<ModifyingCall[]>;
  let previewed: ByResource<Announced>;
  let calls: ByResource<ModifyingCall[]>;
  let replaced: ByResource<CacheState>;

  beforeAll(async () => {
    drifting = await Drifting.up(resources);
    const { stack, follower } = drifting;
    drifting.tamper(fixed);
    refreshed = await succeeded(stack.refresh());
    again = await succeeded(stack.refresh());
    // The engine ends with the first refusal, so caches are looked at one by one: those that people meet.
    for (const { name, argument } of fixed.filter(isMet)) {
      const target = [drifting.before.get(name)?.urn ?? ""];
      refusals.set(argument, [
        await stack.preview(program(resources), { target }),
        await stack.up(program(resources), { target }),
      ]);
    }
    ({ calls: refusedCalls } = await follower.read());
    const consenting = Object.fromEntries(
      Object.entries(resources).map(([name, args]) => [name, { ...args, replaceOnDrift: true }]),
    );
    previewed = announced(await stack.previewJson(program(consenting)), await follower.states());
    await succeeded(stack.up(program(consenting)));
    ({ calls, states: replaced } = await follower.read());
  }, MANY_RESOURCES);
  afterAll(() => drifting?.close());

  describe.each(fixed)("$title", ({ argument, name, shown }) => {
    test("refresh finds it, every time, and says that the next up would stop", () => {
      for (const outcome of [refreshed, again]) {
        const line = driftLine(outcome, drifting.before.get(name), argument);
        expect(line).toContain(shown);
        expect(line).toContain("The next `pulumi up` would stop");
      }
    });

    test("replaceOnDrift: true replaces it, as preview announces", () => {
      const { verdict, forcing } = previewed.get(name) as Announced;
      expect(verdict).toBe("replace");
      expect(forcing).toContain(argument);
      expect(calls.get(name)?.map(({ call }) => call)).toEqual(["DELETE /instances/{id}", "POST /instances"]);
      expect(replaced.get(name)?.outputs[argument]).toEqual(drifting.before.get(name)?.outputs[argument]);
    });
  });

  test.each(fixed.filter(isMet))("$title: preview and up fail, with the ways on", ({ argument, name }) => {
    const [preview, up] = refusals.get(argument) ?? [];
    for (const outcome of [preview, up]) {
      expect(outcome?.failed).toBe(true);
      expect(outcome?.output).toMatch(
        new RegExp(
          `cache "${drifting.before.get(name)?.outputs.name}" was changed outside of Pulumi, and only a replacement.*${argument} is .*Nothing is replaced.*declare what is there.*replaceOnDrift: true.*pulumi destroy --target <urn>`,
        ),
      );
    }
  });

  test("nothing was changed, deleted or ordered by the runs that were refused", () => {
    expect([...refusedCalls.values()].flat()).toEqual([]);
  });
});

describe("What the program never declared", () => {
  const undeclared = named.filter(({ repair }) => repair === "left alone");
  const resources = declarations(undeclared);
  const count = undeclared.length;
  let drifting: Drifting;
  let before: { outcome: Outcome; calls: ByResource<ModifyingCall[]> };
  let refreshed: Outcome;
  let after: { outcome: Outcome; calls: ByResource<ModifyingCall[]> };
  let shownByState: ByResource<CacheState>;

  beforeAll(async () => {
    drifting = await Drifting.up(resources);
    const { stack, follower } = drifting;
    drifting.tamper(undeclared);
    const run = async () => {
      const outcome = await succeeded(stack.up(program(resources)));
      return { outcome, calls: (await follower.read()).calls };
    };
    before = await run();
    refreshed = await succeeded(stack.refresh());
    after = await run();
    shownByState = await follower.states();
  }, MANY_RESOURCES);
  afterAll(() => drifting?.close());

  test("stays as the service has it in the next up, before and after a refresh", () => {
    for (const { outcome, calls } of [before, after]) {
      expect(outcome.changes).toEqual({ same: count + 1 });
      expect([...calls.values()].flat()).toEqual([]);
      expect(outcome.output).not.toContain("no longer declared");
    }
  });

  test.each(undeclared)("$title: refresh mentions it at most, and says that it stays", ({ argument, name, shown }) => {
    const line = driftLine(refreshed, drifting.before.get(name), argument);
    if (shown === undefined) expect(line).toBeUndefined();
    else {
      expect(line).toContain(shown);
      expect(line).toContain("The program does not declare it, so it stays as it is");
    }
    expect(shownByState.get(name)?.inputs[argument]).toBeUndefined();
  });
});
