import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { modifyingCalls } from "../support/calls";
import { EngineStack, type Outcome, succeeded } from "../support/stack";
import { ha, modify, resize } from "./rows/row";

const elsewhere = "11111111-2222-4333-8444-555555555555";

/** What the program wants the instance to be: described, and larger than it is. */
const wanted = { ...ha, name: "somebodys", description: "carts", capacity: 4 } as DcsInstanceArgs;

const program = (name: string, args: Partial<DcsInstanceArgs>) => async () => {
  const cache = new DcsInstance(name, { ...wanted, ...args });
  return { id: cache.id };
};

describe("adoptInstanceId", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let calls: () => ReturnType<ReturnType<typeof modifyingCalls>>;
  let id: string;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    stack = await EngineStack.create(dcs.env);
    calls = modifyingCalls(dcs);
    const existing = await dcs.foreign({
      name: "somebodys",
      vpc_id: ha.vpcId,
      subnet_id: ha.subnetId,
      product_id: "redis.ha.xu1.large.r2.2-h",
      capacity: 2,
      available_zones: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
    });
    id = existing.id;
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("an instance that differs in what is fixed is left alone, and every difference is listed", async () => {
    const up: Outcome = await stack.up(
      program("cache", { adoptInstanceId: id, vpcId: elsewhere, subnetId: elsewhere }),
    );
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/cannot be taken over .*vpcId.*subnetId/s);
    expect(calls()).toEqual([]);
    expect(await stack.caches()).toEqual([]);
  });

  test("preview and up both say what is taken over and what will be changed on it", async () => {
    const tagged = program("cache", { adoptInstanceId: id, tags: { team: "shop" } });
    const line = new RegExp(
      `cache "somebodys" takes over instance ${id} \\(RUNNING, created [^)]+\\) and changes description \\(not set\\) -> "carts", tags \\(not set\\) -> \\{"team":"shop"\\}, capacity 2 -> 4`,
    );
    expect((await succeeded(stack.preview(tagged))).output).toMatch(line);
    const other = await EngineStack.create(dcs.env);
    const byName = program("cache", { onNameConflict: "adopt", tags: { team: "shop" } });
    expect((await succeeded(other.preview(byName))).output).toMatch(line);
    await other.close();
    expect(calls()).toEqual([]);
  });

  longTest("an instance of the name that differs in what is fixed fails at preview, too", async () => {
    const preview = await stack.preview(program("cache", { onNameConflict: "adopt", vpcId: elsewhere }));
    expect(preview.failed).toBe(true);
    expect(preview.output).toMatch(/name .*cannot be taken over.*vpcId is/s);
  });

  test("create takes the instance over without creating one, and changes in place what can be", async () => {
    const up = await succeeded(stack.up(program("cache", { adoptInstanceId: id })));
    expect(up.output).toContain(`takes over instance ${id} (RUNNING`);
    expect(await stack.outputs()).toEqual({ id });
    expect(calls().map(({ call, body }) => ({ call, body }))).toEqual([
      modify({ description: "carts" }),
      resize("redis.ha.xu1.large.r2.4", 4),
    ]);
  });

  longTest("without the argument the instance stays and nothing is called", async () => {
    const up = await succeeded(stack.up(program("cache", {})));
    expect(up.changes).toEqual({ same: 2 });
    expect(await stack.outputs()).toEqual({ id });
    expect(calls()).toEqual([]);
  });
});
