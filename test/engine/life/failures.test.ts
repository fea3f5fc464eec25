import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { oneCache } from "../support/programs";
import { EngineStack } from "../support/stack";

describe("what goes wrong under the real engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeEach(async () => {
    dcs = await startEmulator({ redis: false, createMs: 300, deleteMs: 200 });
    stack = await EngineStack.create(dcs.env);
  });
  afterEach(async () => {
    await stack.close();
    await dcs.close();
  });

  test("a create that ends CREATEFAILED tells the reason, leaves nothing, and the next up succeeds", async () => {
    dcs.failNextCreate("dcs.02.0004");
    const up = await stack.up(oneCache());
    expect(up.failed).toBe(true);
    expect(up.output).toContain("ended as CREATEFAILED: the subnet could not be prepared (dcs.02.0004)");
    expect(dcs.instances()).toEqual([]);
    expect(await stack.caches()).toEqual([]);
    expect(await stack.up(oneCache())).toMatchObject({ failed: false, changes: { create: 1 } });
    expect(dcs.instances()).toHaveLength(1);
  });

  test("a create that takes too long keeps the id, and the next up goes on with the same instance", async () => {
    const slow = await startEmulator({ redis: false, createMs: 4_000, deleteMs: 200 });
    const impatient = oneCache({}, { customTimeouts: { create: "1s" } });
    const patience = await EngineStack.create(slow.env);
    const up = await patience.up(impatient);
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/still creating after 1 s \(the time limit\); .*status .*\. Its id is kept/);
    const [kept] = await patience.caches();
    expect(kept?.id).toBe(slow.instances()[0]?.id);
    expect(await patience.up(impatient)).toMatchObject({ failed: false });
    expect(slow.instances()).toEqual([expect.objectContaining({ id: kept?.id, status: "RUNNING" })]);
    expect(await patience.outputs()).toMatchObject({ status: "RUNNING" });
    await patience.close();
    await slow.close();
  });

  test("a name that is taken stops preview with the id, the status and both ways on", async () => {
    await dcs.foreign({ name: "sessions-test" });
    const [foreign] = dcs.instances();
    const preview = await stack.preview(oneCache());
    expect(preview.failed).toBe(true);
    expect(preview.output).toContain(
      `an instance named "sessions-test" exists already: ${foreign?.id} (RUNNING, created `,
    );
    expect(preview.output).toContain("adoptInstanceId");
    expect((await stack.up(oneCache())).failed).toBe(true);
    expect(dcs.instances()).toEqual([foreign]);
  });

  longTest("onNameConflict: adopt takes over an equal instance without a second order", async () => {
    const other = await EngineStack.create(dcs.env);
    await other.up(oneCache());
    const [foreign] = dcs.instances();
    expect(await stack.up(oneCache({ onNameConflict: "adopt" }))).toMatchObject({ failed: false });
    expect((await stack.caches()).map(({ id }) => id)).toEqual([foreign?.id]);
    expect(dcs.instances()).toHaveLength(1);
    await other.close();
  });

  test("an answer to the order that gets lost makes no second instance", async () => {
    const lost = stack.up(oneCache({}, { customTimeouts: { create: "3s" } }));
    dcs.answerNext({ method: "POST", path: /\/instances$/ }, { status: 504, body: "<html>gateway</html>" });
    const outcome = await lost;
    expect(dcs.journal.filter(({ method, path }) => method === "POST" && path.endsWith("/instances"))).toHaveLength(1);
    expect(outcome.failed).toBe(true);
    expect(outcome.output).toContain(
      "Run `pulumi up` again, which looks for the instance first. If it exists by then, the run stops and shows its id, ",
    );
  });

  longTest("a replacement whose name somebody else has taken stops at preview, and deletes nothing", async () => {
    await stack.up(oneCache({ name: "sessions-shop" }));
    const [ours] = dcs.instances();
    await dcs.foreign({ name: "sessions-shop" });
    const moved = oneCache({ name: "sessions-shop", vpcId: "11111111-2222-4333-8444-555555555555" });
    for (const run of [await stack.preview(moved), await stack.up(moved)]) {
      expect(run.failed).toBe(true);
      expect(run.output).toMatch(/has to be replaced, but an instance named "sessions-shop" exists already/);
    }
    expect(dcs.instances()).toContainEqual(ours);
    expect(dcs.journal.filter(({ method }) => method === "DELETE")).toEqual([]);
  });

  test("an instance deleted behind our back is gone after refresh and created anew by the next up", async () => {
    await stack.up(oneCache());
    await dcs.remove(dcs.instances()[0]?.id ?? "");
    expect(await stack.refresh()).toMatchObject({ failed: false, changes: { delete: 1 } });
    expect(await stack.up(oneCache())).toMatchObject({ failed: false, changes: { create: 1 } });
    expect(dcs.instances()).toHaveLength(1);
  });

  longTest("destroy of an instance that is gone succeeds", async () => {
    await stack.up(oneCache());
    await dcs.remove(dcs.instances()[0]?.id ?? "");
    expect(await stack.destroy()).toMatchObject({ failed: false });
    expect(await stack.caches()).toEqual([]);
  });
});
