import { type Emulator, startEmulator } from "../../../emulator";
import { encodings } from "../support/encodings";
import { oneCache, PASSWORD } from "../support/programs";
import { EngineStack, type Outcome } from "../support/stack";

describe("a cache under the real engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  const seen: string[] = [];

  const told = async (run: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await run;
    seen.push(outcome.output);
    // The engine's own words say more than a failed expectation.
    if (outcome.failed) throw new Error(outcome.output);
    return outcome;
  };
  const modifyingCalls = () =>
    dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances")).length;

  beforeAll(async () => {
    dcs = await startEmulator({ createMs: 300, deleteMs: 200 });
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("preview announces the cache and touches nothing", async () => {
    const preview = await told(stack.preview(oneCache()));
    expect(preview.output).toContain("sessions");
    expect(preview).toMatchObject({ changes: { create: 2 } });
    expect(modifyingCalls()).toBe(0);
  });

  test("up ends with a cache that runs, named after resource and stack", async () => {
    const up = await told(stack.up(oneCache()));
    expect(up).toMatchObject({ changes: { create: 2 } });
    expect(dcs.instances()).toEqual([expect.objectContaining({ name: "sessions-test", status: "RUNNING" })]);
    expect(await stack.outputs()).toMatchObject({ status: "RUNNING", endpoint: expect.stringMatching(/^[\d.]+:\d+$/) });
  });

  test("the state names the line of the program that declares the cache, and nothing else of the way there", async () => {
    const { deployment } = (await stack.export()) as { deployment: { resources: Array<Record<string, unknown>> } };
    const cache = deployment.resources.find(({ type }) => String(type).endsWith("DcsInstance"));
    expect(cache?.sourcePosition).toMatch(/support\/programs\.ts#\d+,\d+$/);
    expect(cache?.stackTrace ?? []).toHaveLength(1);
  });

  test("a second up changes nothing and makes no modifying call", async () => {
    const calls = modifyingCalls();
    expect(await told(stack.up(oneCache()))).toMatchObject({ changes: { same: 2 } });
    expect(modifyingCalls()).toBe(calls);
  });

  test("refresh of an untouched cache changes nothing", async () => {
    expect(await told(stack.refresh())).toMatchObject({ changes: { same: 2 } });
    expect(await told(stack.up(oneCache()))).toMatchObject({ changes: { same: 2 } });
  });

  test("a description changed behind our back shows in refresh and is put back by the next up", async () => {
    const described = oneCache({ description: "sessions" });
    await told(stack.up(described));
    const [instance] = dcs.instances();
    dcs.tamper(instance?.id ?? "", { description: "changed in the console" });
    const refresh = await told(stack.refresh());
    expect(refresh.changes).toMatchObject({ update: 1 });
    expect(refresh.output).toContain("description");
    expect(await told(stack.up(described))).toMatchObject({ changes: { update: 1 } });
    expect(dcs.instances()[0]).toMatchObject({ id: instance?.id, description: "sessions" });
  });

  test("an edited description updates in place", async () => {
    const [before] = dcs.instances();
    const up = await told(stack.up(oneCache({ description: "carts and sessions" })));
    expect(up).toMatchObject({ changes: { update: 1 } });
    expect(dcs.instances()).toEqual([expect.objectContaining({ id: before?.id, description: "carts and sessions" })]);
  });

  test("an edited vpcId replaces, and preview says so and what is lost", async () => {
    const [before] = dcs.instances();
    const moved = oneCache({ vpcId: "11111111-2222-4333-8444-555555555555" });
    const preview = await told(stack.preview(moved));
    expect(preview.changes).toMatchObject({ replace: 1 });
    expect(preview.output).toMatch(/vpcId .* replaces the cache: its data, backups and address are lost/);
    expect(await told(stack.up(moved))).toMatchObject({ changes: { replace: 1 } });
    const after = dcs.instances();
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before?.id);
    expect(after[0]).toMatchObject({ status: "RUNNING", vpcId: "11111111-2222-4333-8444-555555555555" });
  });

  test("the password stands in no state and no output, in any encoding", async () => {
    await told(stack.refresh());
    const everything = [await stack.stored(), ...seen].join("\n");
    expect(everything).toContain("sessions-test");
    for (const form of encodings(PASSWORD)) expect(everything).not.toContain(form);
  });

  test("destroy leaves no instance", async () => {
    await told(stack.destroy());
    expect(dcs.instances()).toEqual([]);
    expect(await stack.caches()).toEqual([]);
  });
});
