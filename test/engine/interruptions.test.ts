import { type Emulator, startEmulator } from "../../emulator";
import { faultsOf, interrupt, orders, pendingIn, strike } from "./interruptions/interruption";
import { CREATING, MOMENTS } from "./interruptions/moments";
import { oneCache } from "./support/programs";
import { EngineStack } from "./support/stack";

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

describe("interruptions under the real engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeEach(async () => {
    dcs = await startEmulator({ redis: false, createMs: CREATING, deleteMs: 200 });
    stack = await EngineStack.create(dcs.env);
  });
  afterEach(async () => {
    await stack.close();
    await dcs.close();
  });

  test("one SIGINT waits for the create and records it", async () => {
    const up = stack.up(oneCache());
    while (dcs.instances().length === 0) await pause(20);
    await strike(stack, "cli", "SIGINT");
    expect((await up).failed).toBe(true);
    const [cache] = await stack.caches();
    expect(cache).toMatchObject({ id: dcs.instances()[0]?.id, outputs: { status: "RUNNING" } });
    expect([await pendingIn(stack), await stack.locked()]).toEqual([0, false]);
  });

  test("after a second SIGINT the next up names the instance and both ways on, and adopts it if told to", async () => {
    const up = stack.up(oneCache());
    while (dcs.instances().length === 0) await pause(20);
    await strike(stack, "cli", "SIGINT");
    await pause(500);
    await strike(stack, "cli", "SIGINT");
    expect((await up).failed).toBe(true);
    expect(await stack.caches()).toEqual([]);
    expect(await pendingIn(stack)).toBe(1);

    const [lost] = dcs.instances();
    const stopped = await stack.up(oneCache());
    expect(stopped.failed).toBe(true);
    expect(stopped.output).toContain(`an instance named "sessions-test" exists already: ${lost?.id}`);
    expect(stopped.output).toContain(`adoptInstanceId: "${lost?.id}"`);
    expect(stopped.output).toContain("pulumi config set otc:onNameConflict adopt");

    await stack.setConfig({ "otc:onNameConflict": { value: "adopt" } });
    expect(await stack.up(oneCache())).toMatchObject({ failed: false });
    expect((await stack.caches()).map(({ id }) => id)).toEqual([lost?.id]);
    expect([dcs.instances().length, orders(dcs)]).toEqual([1, 1]);
  });

  test("after kill -9 of the command the next up takes over what was ordered", async () => {
    const [, , moment] = MOMENTS;
    const observed = await interrupt("cli", moment as (typeof MOMENTS)[number]);
    expect(faultsOf(observed)).toEqual([]);
    expect(observed.next).toBe("taken over");
  });
});
