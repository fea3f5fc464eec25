import { type Emulator, startEmulator } from "../../../emulator";
import { oneCache } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

/** GB that the project may hold; the cache has 2. */
const QUOTA = 7;

describe("a cache that is to grow", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  beforeAll(async () => {
    dcs = await startEmulator({ createMs: 5, deleteMs: 5, extendMs: 5, memoryQuota: QUOTA });
    stack = await EngineStack.create(dcs.env);
    await succeeded(stack.up(oneCache({ capacity: 2 })));
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("beyond the project's quota of memory fails at preview, before anything is touched", async () => {
    const { failed, output } = await stack.preview(oneCache({ capacity: 8 }));
    expect(failed).toBe(true);
    expect(output).toContain(
      `the project may hold ${QUOTA} GB and holds 2 GB: the growing caches of this run need 6 GB, and 5 GB are left for this one. To make room, delete caches in a run before this one, or have the quota raised`,
    );
    expect((await stack.caches()).map(({ outputs }) => outputs.capacity)).toEqual([2]);
  });

  test("within the quota grows in place", async () => {
    const [before] = await stack.caches();
    await succeeded(stack.up(oneCache({ capacity: 4 })));
    const [after] = await stack.caches();
    expect(after).toMatchObject({ id: before?.id, outputs: { capacity: 4, status: "RUNNING" } });
  });
});
