import path from "node:path";
import { CustomResource } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { type Emulator, startEmulator } from "../../../emulator";
import { played, resourceOf } from "../../engine/changes/rows";
import { type ModifyingCall, modifyingCalls } from "../../engine/support/calls";
import { EngineStack, type Outcome, type PreviewStep, resourceName, succeeded } from "../../engine/support/stack";
import { PLUGIN } from "../support/yaml-stack";

// Milliseconds; a busy machine takes minutes over this many resources.
const MANY_RESOURCES = 600_000;

/** The plugin's state has these in the inputs only. */
const NEVER_SHOWN = new Set(["password", "renameCommands", "templateId"]);

type Values = Readonly<Record<string, unknown>>;

interface CacheState {
  readonly urn: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

class Cache extends CustomResource {}

/** One cache for each row of the dynamic provider's table: how it is before the change, or after it. */
const allRows =
  (side: "from" | "to"): PulumiFn =>
  async () => {
    for (const row of played) {
      const options = row.options?.[side];
      new Cache("otc:dcs:Instance", resourceOf(row), { ...row.base, ...row[side] }, options);
    }
  };

describe("every change of every argument, by the plugin", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let steps: ReadonlyMap<string, PreviewStep>;
  let before: ReadonlyMap<string, CacheState>;
  let after: ReadonlyMap<string, CacheState>;
  let calls: ReadonlyMap<string, ModifyingCall[]>;
  let repeated: { readonly outcome: Outcome; readonly calls: readonly ModifyingCall[] };
  let refreshed: Outcome;

  const states = async (): Promise<ReadonlyMap<string, CacheState>> => {
    const { deployment } = await stack.export();
    const caches: CacheState[] = deployment.resources.filter(
      ({ type }: { type: string }) => type === "otc:dcs:Instance",
    );
    return new Map(caches.map((cache) => [resourceName(cache), cache]));
  };

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    // Another region has another endpoint, which the local DCS stands in for.
    const env = { ...dcs.env, OS_DCS_ENDPOINT_OVERRIDE: dcs.url };
    stack = await EngineStack.create({ ...env, PATH: `${PLUGIN}${path.delimiter}${process.env.PATH}` });
    await succeeded(stack.up(allRows("from")));
    before = await states();
    const digest = await stack.previewJson(allRows("to"));
    steps = new Map(digest.steps.map((step) => [resourceName(step), step]));
    const fresh = modifyingCalls(dcs);
    fresh();
    await succeeded(stack.up(allRows("to")));
    after = await states();
    // A call is told by the id it goes to, a create by the name it asks for.
    const owners = new Map(
      [...before, ...after].flatMap(
        ([name, { id, inputs }]) =>
          [
            [id, name],
            [String(inputs.name), name],
          ] as const,
      ),
    );
    const made = new Map<string, ModifyingCall[]>();
    for (const call of fresh()) {
      const owner = owners.get(call.instance) ?? "";
      made.set(owner, [...(made.get(owner) ?? []), call]);
    }
    calls = made;
    repeated = { outcome: await succeeded(stack.up(allRows("to"))), calls: fresh() };
    refreshed = await succeeded(stack.refresh());
  }, MANY_RESOURCES);
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  // The engine applies this option to a plugin itself, so there is nothing to record.
  const isEngines = ({ argument }: (typeof played)[number]) => argument === "customTimeouts";
  const ofPlugin = played.filter((row) => !isEngines(row));

  test("limits of time are the engine's: they change nothing", () => {
    expect(played.filter(isEngines).map((row) => steps.get(resourceOf(row))?.op)).toEqual(["same"]);
  });

  const named = ofPlugin.map((row) => ({ title: `${row.argument} ${row.change}`, row, resource: resourceOf(row) }));

  test.each(named)("$title: is announced, made and kept as by the dynamic provider", ({ row, resource }) => {
    const { op, replaceReasons } = steps.get(resource) as PreviewStep;
    expect({ verdict: op, forcing: [...(replaceReasons ?? [])].sort() }).toEqual({
      verdict: row.verdict,
      forcing: [...(row.forcing ?? [])].sort(),
    });
    const made = (calls.get(resource) ?? []).map(({ call, body }) => ({ call, ...(body ? { body } : {}) }));
    const bodyOf = (call: string, body: object) => (call === "POST /instances" ? expect.objectContaining(body) : body);
    expect(made).toEqual(row.calls.map(({ call, body }) => ({ call, ...(body ? { body: bodyOf(call, body) } : {}) })));
    const { id, inputs, outputs } = after.get(resource) as CacheState;
    const kept = (name: string) => outputs[name] ?? (NEVER_SHOWN.has(name) ? inputs[name] : undefined);
    expect(Object.fromEntries(Object.keys(row.after).map((name) => [name, kept(name)]))).toEqual(row.after);
    expect(id === before.get(resource)?.id).toBe(row.verdict !== "replace");
  });

  test("a second up and a refresh change nothing", () => {
    const same = played.length + 1;
    expect([repeated.outcome.changes, repeated.calls, refreshed.changes]).toEqual([{ same }, [], { same }]);
  });
});
