import { type Emulator, startEmulator } from "../../../emulator";
import { outside } from "../../engine/support/outside";
import { longDescribe, longTest } from "../../support/long";
import { oneCache, PASSWORD, ref } from "../support/programs";
import { succeeded, YamlStack } from "../support/yaml-stack";

describe("a YAML program with one cache", () => {
  let dcs: Emulator;
  let stack: YamlStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 300, deleteMs: 200 });
    stack = await YamlStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const cache = async () => (await stack.resources()).find(({ type }) => type === "otc:dcs:Instance");

  test("is created, with its password encrypted and its outputs in the stack's", async () => {
    await stack.write(oneCache());
    expect((await stack.steps()).map(({ op }) => op)).toEqual(["create", "create"]);
    expect(dcs.instances()).toEqual([]);
    await succeeded(stack.up());
    const [instance] = dcs.instances();
    expect(instance?.name).toBe("sessions-test");
    const outputs = await stack.outputs();
    expect(outputs).toMatchObject({ id: instance?.id, endpoint: expect.stringMatching(/:6379$/), url: "[secret]" });
    const { output } = await stack.run("stack", "export");
    expect(output).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
  });

  longTest("shows no change, also after a refresh", async () => {
    expect(await stack.steps()).toEqual([]);
    expect((await succeeded(stack.refresh("--expect-no-changes"))).output).toContain("2 unchanged");
    expect(await stack.steps()).toEqual([]);
  });

  test("says which place of a property changes, and changes it in place", async () => {
    const before = await cache();
    await stack.write(
      oneCache({ description: "of the shop", whitelist: [{ groupName: "web", ipList: ["10.2.0.0/16"] }] }),
    );
    const [step] = await stack.steps();
    expect(step).toMatchObject({
      op: "update",
      detailedDiff: { description: { kind: "add" }, "whitelist[0].ipList[0]": { kind: "update" } },
    });
    await succeeded(stack.up());
    expect(await cache()).toMatchObject({ id: before?.id, outputs: { description: "of the shop" } });
    expect(await stack.steps()).toEqual([]);
  });

  longTest("tells other resources at preview which outputs an update leaves as they are", async () => {
    const { endpoint } = await stack.outputs();
    const withNote = (changes: object) => {
      const program = oneCache(changes);
      const properties = { instanceId: ref("sessions.id"), remark: ref("sessions.endpoint") };
      return { ...program, resources: { ...program.resources, note: { type: "otc:dcs:Backup", properties } } };
    };
    await stack.write(withNote({ description: "another" }));
    expect((await stack.preview()).output).toContain(`remark    : "${endpoint}"`);
    await stack.write(withNote({ port: 6390 }));
    expect((await stack.preview()).output).toContain("remark    : [unknown]");
  });

  test("says that it was changed elsewhere, and changes it back", async () => {
    await stack.write(
      oneCache({ description: "of the shop", whitelist: [{ groupName: "web", ipList: ["10.2.0.0/16"] }] }),
    );
    const id = (await cache())?.id;
    await (await outside(dcs))("PUT", `/instances/${id}`, { description: "by somebody" });
    const { output } = await succeeded(stack.refresh());
    expect(output).toContain('description was changed outside of Pulumi: "of the shop" -> "by somebody"');
    await succeeded(stack.up());
    expect(await cache()).toMatchObject({ id, outputs: { description: "of the shop" } });
  });

  test("is replaced for the reason that preview names, the old cache first", async () => {
    const before = await cache();
    await stack.write(oneCache({ vpcId: "11111111-2222-4333-8444-555555555555" }));
    expect(await stack.steps()).toMatchObject([{ op: "replace", replaceReasons: ["vpcId"] }]);
    const { output } = await succeeded(stack.up());
    expect(output).toContain("vpcId is fixed when the instance is created");
    expect((await cache())?.id).not.toBe(before?.id);
    expect(dcs.instances()).toHaveLength(1);
  });

  test("names all mistakes at once, each at its property, before anything is changed", async () => {
    await stack.write(oneCache({ capacity: 3, port: 0, description: 7 }));
    const { failed, output } = await stack.preview();
    expect(failed).toBe(true);
    expect(output).toMatch(/property capacity value \{3\}/);
    expect(output).toMatch(/property port value \{0\}/);
  });

  test("is destroyed", async () => {
    await succeeded(stack.destroy());
    expect(dcs.instances()).toEqual([]);
    expect(await stack.resources()).toEqual([]);
  });
});

longDescribe("a create that outlasts its time", () => {
  test("keeps the id, and the next up waits for the same cache", async () => {
    const dcs = await startEmulator({ redis: false, createMs: 6_000 });
    const stack = await YamlStack.create(dcs.env);
    try {
      await stack.write(oneCache({}, { customTimeouts: { create: "1s" } }));
      const { failed, output } = await stack.up();
      expect(failed).toBe(true);
      expect(output).toMatch(/still creating after 1 s \(the time limit\); status CREATING\. Its id is kept/);
      const [instance] = dcs.instances();
      const kept = (await stack.resources()).find(({ type }) => type === "otc:dcs:Instance");
      expect(kept).toMatchObject({ id: instance?.id, initErrors: [expect.stringContaining("Its id is kept")] });
      await succeeded(stack.up());
      expect(dcs.instances().map(({ id }) => id)).toEqual([instance?.id]);
      expect(await stack.steps()).toEqual([]);
    } finally {
      await stack.close();
      await dcs.close();
    }
  });
});
