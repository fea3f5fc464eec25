import { readFile } from "node:fs/promises";
import path from "node:path";
import { secret as hidden } from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { parse } from "yaml";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../../engine/support/calls";
import { EngineStack, succeeded as succeededInline } from "../../engine/support/stack";
import { longDescribe, longTest } from "../../support/long";
import { oneCache, PASSWORD, ref, secret, todays } from "../support/programs";
import { succeeded, YamlStack } from "../support/yaml-stack";

longDescribe("the plugin beside the dynamic provider", () => {
  let dcs: Emulator;

  beforeEach(async () => {
    dcs = await startEmulator({ redis: false, createMs: 100, deleteMs: 100 });
  });
  afterEach(() => dcs.close());

  const args = { ...todays, name: "sessions" } as DcsInstanceArgs;

  test("a cache goes from the dynamic provider to the plugin by import, untouched", async () => {
    const dynamic = await EngineStack.create(dcs.env);
    const plugin = await YamlStack.create(dcs.env);
    try {
      await succeededInline(
        dynamic.up(async () => {
          new DcsInstance("sessions", { ...args, password: hidden(PASSWORD) });
        }),
      );
      const id = dcs.instances()[0]?.id;
      const calls = modifyingCalls(dcs);
      calls();
      await plugin.write(oneCache({ name: "sessions" }, { import: id }));
      await succeeded(plugin.up());
      await plugin.write(oneCache({ name: "sessions" }));
      await succeeded(plugin.up("--expect-no-changes"));
      expect(calls()).toEqual([]);
      expect(dcs.instances().map((each) => each.id)).toEqual([id]);
    } finally {
      await dynamic.close();
      await plugin.close();
    }
  });

  test("and back by adoptInstanceId, untouched", async () => {
    const dynamic = await EngineStack.create(dcs.env);
    const plugin = await YamlStack.create(dcs.env);
    try {
      await plugin.write(oneCache({ name: "sessions" }));
      await succeeded(plugin.up());
      const id = dcs.instances()[0]?.id ?? "";
      const calls = modifyingCalls(dcs);
      calls();
      const adopting = async () => {
        new DcsInstance("sessions", { ...args, password: hidden(PASSWORD), adoptInstanceId: id });
      };
      await succeededInline(dynamic.up(adopting));
      expect(await dynamic.up(adopting)).toMatchObject({ failed: false, changes: { same: 2 } });
      expect(calls()).toEqual([]);
      expect(dcs.instances().map((each) => each.id)).toEqual([id]);
    } finally {
      await dynamic.close();
      await plugin.close();
    }
  });
});

describe("a program with the plugin", () => {
  longTest("has providers of its own for two accounts, which share nothing", async () => {
    const [one, two] = await Promise.all([0, 1].map(() => startEmulator({ redis: false, createMs: 100 })));
    const stack = await YamlStack.create({});
    try {
      const providerOf = ({ env }: Emulator) => ({
        type: "pulumi:providers:otc",
        properties: {
          authUrl: env.OS_AUTH_URL,
          userName: env.OS_USERNAME,
          password: secret(env.OS_PASSWORD ?? ""),
          domainName: env.OS_DOMAIN_NAME,
          projectName: env.OS_PROJECT_NAME,
          region: env.OS_REGION_NAME,
        },
      });
      const cacheWith = (provider: string) => ({
        type: "otc:dcs:Instance",
        properties: { ...todays, name: "sessions", password: secret(PASSWORD) },
        options: { provider: ref(provider) },
      });
      await stack.write({
        resources: {
          first: providerOf(one as Emulator),
          second: providerOf(two as Emulator),
          here: cacheWith("first"),
          there: cacheWith("second"),
        },
      });
      await succeeded(stack.up());
      expect([one?.instances().length, two?.instances().length]).toEqual([1, 1]);
      await succeeded(stack.up("--expect-no-changes"));
      expect((await stack.run("stack", "export")).output).not.toContain(one?.env.OS_PASSWORD);
      await succeeded(stack.destroy());
      expect([one?.instances().length, two?.instances().length]).toEqual([0, 0]);
    } finally {
      await stack.close();
      await one?.close();
      await two?.close();
    }
  });

  test("of examples/yaml is created and stays as it is; `get` reads the same cache", async () => {
    const dcs = await startEmulator({ redis: false, createMs: 100 });
    const stack = await YamlStack.create(dcs.env);
    try {
      const text = await readFile(path.resolve(__dirname, "../../../examples/yaml/Pulumi.yaml"), "utf8");
      const { config, variables, resources, outputs } = parse(text);
      const program = { config, variables, resources, outputs };
      await stack.write(program);
      await stack.run("config", "set", "--secret", "cachePassword", PASSWORD);
      await succeeded(stack.up());
      const shown = await stack.outputs();
      expect(shown).toMatchObject({ endpoint: expect.stringMatching(/:6379$/), maxConnections: expect.any(Number) });
      const looked = { type: "otc:dcs:Instance", get: { id: shown.instanceId } };
      await stack.write({
        ...program,
        resources: { ...resources, looked },
        outputs: { found: ref("looked.endpoint") },
      });
      await succeeded(stack.up());
      expect(await stack.outputs()).toMatchObject({ found: shown.endpoint });
      await succeeded(stack.refresh("--expect-no-changes"));
      await succeeded(stack.up("--expect-no-changes"));
      await succeeded(stack.destroy());
      expect(dcs.instances()).toEqual([]);
    } finally {
      await stack.close();
      await dcs.close();
    }
  });
});
