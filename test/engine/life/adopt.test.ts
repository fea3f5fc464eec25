import { secret } from "@pulumi/pulumi";
import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { PASSWORD, todays } from "../support/programs";
import { EngineStack } from "../support/stack";

const ARGS = { ...todays, name: "sessions-test", onNameConflict: "adopt" as const };

const caches =
  (...resources: readonly string[]) =>
  async () => {
    for (const resource of resources) new DcsInstance(resource, { ...ARGS, password: secret(PASSWORD) });
  };

describe("onNameConflict: adopt under the real engine", () => {
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

  test("a resource that gets another name in the program keeps its cache", async () => {
    await stack.up(caches("old"));
    const [before] = dcs.instances();
    const up = await stack.up(caches("new"));
    expect(up).toMatchObject({ failed: false, changes: { create: 1, delete: 1 } });
    expect(up.output).toContain("was taken over by another resource of this program and stays");
    expect(dcs.instances()).toEqual([before]);
    expect((await stack.caches()).map(({ urn, id }) => [urn.split("::").at(-1), id])).toEqual([["new", before?.id]]);
  });

  longTest("a resource does not take the cache of one that stays", async () => {
    await stack.up(caches("one"));
    const up = await stack.up(caches("one", "two"));
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/cache "sessions-test" \([^)]+\) belongs to another resource of this program/);
    expect((await stack.caches()).map(({ urn }) => urn.split("::").at(-1))).toEqual(["one"]);
  });

  longTest("two resources of one name never share a cache", async () => {
    const up = await stack.up(caches("one", "two"));
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/two resources of this program want a cache named|of another resource of this program/);
    expect(dcs.instances()).toHaveLength(1);
    expect(await stack.caches()).toHaveLength(1);
  });
});
