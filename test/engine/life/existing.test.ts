import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { oneCache } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

const missing = "3c49fd6b-fc7c-419e-9644-b6cce008653f";

const reading = (id: string) => async () => {
  const cache = DcsInstance.get("theirs", id);
  return { name: cache.name, endpoint: cache.endpoint, capacity: cache.capacity };
};

describe("a cache that exists already", () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5 });
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("is read by DcsInstance.get, and no call changes it", async () => {
    await succeeded(stack.up(oneCache()));
    const id = dcs.instances()[0]?.id ?? "";
    const other = await EngineStack.create(dcs.env);
    const changing = dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances")).length;
    await succeeded(other.up(reading(id)));
    expect(await other.outputs()).toEqual({ name: "sessions-test", endpoint: expect.any(String), capacity: 2 });
    expect(dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances"))).toHaveLength(
      changing,
    );
    await other.close();
  });

  longTest("DcsInstance.get of an id that does not exist fails, naming id, project and region", async () => {
    const other = await EngineStack.create(dcs.env);
    for (const outcome of [await other.preview(reading(missing)), await other.up(reading(missing))]) {
      expect(outcome.failed).toBe(true);
      expect(outcome.output).toMatch(
        new RegExp(`cache ${missing} does not exist in project [0-9a-f]{32}, region eu-de: check the id`),
      );
    }
    await other.close();
  });

  longTest("a refresh that finds a cache gone prints one line with its name", async () => {
    await succeeded(stack.up(oneCache()));
    const id = dcs.instances()[0]?.id ?? "";
    await dcs.remove(id);
    const refresh = await succeeded(stack.refresh());
    const lines = refresh.output.match(/cache "sessions-test".*/g) ?? [];
    expect([...new Set(lines)]).toEqual([
      expect.stringMatching(
        new RegExp(
          `\\(${id}\\) does not exist any more in project [0-9a-f]{32}, region eu-de: it leaves the state, and the next \`pulumi up\` would create it anew`,
        ),
      ),
    ]);
    expect(await stack.caches()).toEqual([]);
  });
});
