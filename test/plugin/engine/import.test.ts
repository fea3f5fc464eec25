import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../../engine/support/calls";
import { everythingSet } from "../../engine/support/programs";
import { longTest } from "../../support/long";
import { oneCache, PASSWORD, ref, secret } from "../support/programs";
import { type Program, succeeded, YamlStack } from "../support/yaml-stack";

/** What the printed program declares of it: all but what the service never shows. */
const { renameCommands: _, ...SHOWN } = everythingSet;

/** The program that `pulumi import` writes into a file, as values. */
const printed = async (stack: YamlStack): Promise<NonNullable<Program["resources"]>> => {
  return parse(await readFile(`${stack.folder}/printed.yaml`, "utf8")).resources;
};

describe("pulumi import of an instance with everything set", () => {
  let dcs: Emulator;
  let stack: YamlStack;
  let id: string;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 100 });
    const elsewhere = await YamlStack.create(dcs.env);
    await elsewhere.write(oneCache(everythingSet));
    await succeeded(elsewhere.up());
    id = dcs.instances()[0]?.id ?? "";
    await elsewhere.close();
    stack = await YamlStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("prints a program with all of it, without a warning and without changing anything", async () => {
    const calls = modifyingCalls(dcs);
    calls();
    const flags = ["--yes", "--skip-preview", "--protect=false", "--out", "printed.yaml"];
    const { output } = await succeeded(stack.run("import", "otc:dcs:Instance", "sessions", id, ...flags));
    expect(output).not.toMatch(/warning|error/i);
    expect(calls()).toEqual([]);
    const { sessions } = (await printed(stack)) as { sessions: { properties: object } };
    expect(sessions.properties).toEqual({ ...SHOWN, instanceBackupPolicy: expect.objectContaining({ saveDays: 3 }) });
  });

  test("leaves nothing to change for the printed program once a password is set", async () => {
    const resources = (await printed(stack)) as Record<string, { properties: object }>;
    await stack.write({ resources });
    expect((await stack.preview()).output).toMatch(/password.*is required/);

    const withPassword = (more: object = {}) => ({
      resources: {
        sessions: {
          ...resources.sessions,
          properties: { ...resources.sessions?.properties, password: secret(PASSWORD), ...more },
        },
      },
    });
    await stack.write(withPassword());
    const preview = await succeeded(stack.preview("--expect-no-changes"));
    expect(preview.output).not.toMatch(/warning/);
    const calls = modifyingCalls(dcs);
    calls();
    await succeeded(stack.up("--expect-no-changes"));
    await succeeded(stack.refresh("--expect-no-changes"));
    await succeeded(stack.preview("--expect-no-changes"));
    expect(calls()).toEqual([]);
    // The first read did not know the password.
    expect((await stack.resources()).at(-1)?.outputs).toHaveProperty("connectionString");

    // From here on it is a cache like any other.
    await stack.write(
      withPassword({ password: secret("Another1-Kettle"), parameters: { "maxmemory-policy": "allkeys-lru" } }),
    );
    expect(await stack.steps()).toMatchObject([
      { op: "update", detailedDiff: { password: { kind: "update" }, "parameters.timeout": { kind: "delete" } } },
    ]);
    await succeeded(stack.up());
    expect(await stack.steps()).toEqual([]);
  });

  longTest(
    "is offered as the resource option `import`, too, and leaves alone what the program does not declare",
    async () => {
      const other = await YamlStack.create(dcs.env);
      try {
        const { engineVersion, cacheMode, capacity, availableZones, vpcId, subnetId, name } = everythingSet;
        const properties = { engineVersion, cacheMode, capacity, availableZones, vpcId, subnetId, name };
        const resource = {
          type: "otc:dcs:Instance",
          properties: { ...properties, password: secret("Another1-Kettle") },
        };
        await other.write({ resources: { sessions: { ...resource, options: { import: id } } } });
        expect((await other.steps()).map(({ op }) => op)).toEqual(["create", "import"]);
        const calls = modifyingCalls(dcs);
        calls();
        await succeeded(other.up());
        expect((await other.resources()).at(-1)).toMatchObject({
          id,
          outputs: { description: everythingSet.description },
        });
        await succeeded(other.preview("--expect-no-changes"));
        await other.write({ resources: { sessions: resource } });
        await succeeded(other.up("--expect-no-changes"));
        expect(calls()).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );

  longTest("takes a backup by the ids of its cache and of itself, and a restore likewise", async () => {
    const first = await YamlStack.create(dcs.env);
    const second = await YamlStack.create(dcs.env);
    try {
      const records = {
        note: { type: "otc:dcs:Backup", properties: { instanceId: id, remark: "before the move" } },
        back: { type: "otc:dcs:Restore", properties: { instanceId: id, backupId: ref("note.id") } },
      };
      await first.write({ resources: records });
      await succeeded(first.up());
      const [backup, restore] = ["Backup", "Restore"].map((type) => `otc:dcs:${type}`);
      const made = await first.resources();
      const idOf = (type?: string) => made.find((each) => each.type === type)?.id;
      const flags = ["--yes", "--skip-preview", "--protect=false", "--out", "printed.yaml"];
      const resources: Record<string, unknown> = {};
      for (const [type, name] of [
        [backup, "note"],
        [restore, "back"],
      ] as const) {
        const { output } = await succeeded(second.run("import", type ?? "", name, `${id}/${idOf(type)}`, ...flags));
        expect(output).not.toMatch(/warning|error/i);
        Object.assign(resources, await printed(second));
      }
      expect((await second.resources()).map((each) => each.id)).toEqual(
        expect.arrayContaining([idOf(backup), idOf(restore)]),
      );
      await second.write({ resources });
      expect(await second.steps()).toEqual([]);
      await succeeded(second.up());
      await succeeded(second.destroy());
      expect((await first.resources()).length).toBeGreaterThan(0);
    } finally {
      await first.close();
      await second.close();
    }
  });
});
