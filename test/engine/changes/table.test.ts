import path from "node:path";
import { type Emulator, startEmulator } from "../../../emulator";
import { ARGUMENT_NAMES } from "../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { expectWritten } from "../../support/written-page";
import type { ModifyingCall } from "../support/calls";
import { type CacheState, EngineStack, type Outcome, succeeded } from "../support/stack";
import { played, resourceOf, rows } from "./rows";
import { markdown } from "./support/markdown";
import { allRows } from "./support/program";
import { type Announced, announced, type ByResource, Follower } from "./support/witnesses";

const DOCUMENT = path.resolve(__dirname, "../../../docs/results/changes.md");

// Milliseconds; a busy machine takes minutes over this many resources.
const MANY_RESOURCES = 600_000;

// All rows change side by side in one stack, each in a cache of its own: a run of the engine costs seconds, whatever it
// holds.
describe("every change of every argument", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let previewed: ByResource<Announced>;
  let before: ByResource<CacheState>;
  let after: ByResource<CacheState>;
  let returned: ByResource<CacheState>;
  let calls: ByResource<ModifyingCall[]>;
  let repeated: { outcome: Outcome; calls: ByResource<ModifyingCall[]> };
  let refreshed: Outcome;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    // Another region has another endpoint, which the local DCS stands in for.
    stack = await EngineStack.create({ ...dcs.env, OS_DCS_ENDPOINT_OVERRIDE: dcs.url });
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(allRows("from")));
    ({ states: before } = await follower.read());
    previewed = announced(await stack.previewJson(allRows("to")), before);
    await succeeded(stack.up(allRows("to")));
    ({ calls, states: after } = await follower.read());
    const outcome = await succeeded(stack.up(allRows("to")));
    repeated = { outcome, calls: (await follower.read()).calls };
    refreshed = await succeeded(stack.refresh());
    await succeeded(stack.up(allRows("from")));
    ({ states: returned } = await follower.read());
  }, MANY_RESOURCES);
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const resultOf = (row: (typeof played)[number]) =>
    part(after.get(resourceOf(row))?.outputs ?? {}, Object.keys(row.after));

  test("no argument is missing from the table", () => {
    const shown = new Set(rows.map(({ argument }) => argument));
    // The end of the window is declared and changed together with its start.
    expect(ARGUMENT_NAMES.filter((argument) => !shown.has(argument))).toEqual(["maintainEnd"]);
  });

  const named = played.map((row) => ({ title: `${row.argument} ${row.change}`, row, resource: resourceOf(row) }));

  describe.each(named)("$title", ({ row, resource }) => {
    test(`preview announces: ${row.verdict}`, () => {
      const { verdict, forcing, lines } = previewed.get(resource) as Announced;
      expect({ verdict, forcing }).toEqual({ verdict: row.verdict, forcing: [...(row.forcing ?? [])].sort() });
      const losses = lines.filter((line) =>
        line.includes(" replaces the cache: its data, backups and address are lost"),
      );
      expect(losses.map((line) => line.match(/^cache "[^"]*": (\w+) .* -> /)?.[1]).sort()).toEqual(forcing);
      const words = lines.filter((line) => line.includes(`: ${row.argument} `));
      expect(words).toEqual(row.says === undefined ? [] : [expect.stringContaining(row.says)]);
    });

    test("up makes these calls and no other", () => {
      const made = (calls.get(resource) ?? []).map(({ call, body }) => ({ call, ...(body ? { body } : {}) }));
      expect(made).toEqual(
        row.calls.map(({ call, body }) => ({ call, ...(body ? { body: bodyOf(call, body) } : {}) })),
      );
    });

    test("the state holds the result, in the same instance unless it was replaced", () => {
      expect(resultOf(row)).toEqual(row.after);
      expect(after.get(resource)?.id === before.get(resource)?.id).toBe(row.verdict !== "replace");
    });

    test("the way back returns what was before", () => {
      const { inputs, outputs } = before.get(resource) as CacheState;
      const now = returned.get(resource) as CacheState;
      const names = Object.keys(row.after);
      expect(now.inputs).toEqual(inputs);
      expect(part(now.outputs, names)).toEqual({ ...part(outputs, names), ...row.kept });
    });
  });

  test("a second up changes nothing and makes no modifying call", () => {
    expect(repeated.outcome.changes).toEqual({ same: played.length + 1 });
    expect([...repeated.calls.values()].flat()).toEqual([]);
  });

  test("a refresh after the changes shows none", () => {
    expect(refreshed.changes).toEqual({ same: played.length + 1 });
  });

  test("docs/results/changes.md says what was observed", () => {
    expectWritten(DOCUMENT, markdown({ previewed, calls, before, after }));
  });
});

const part = (outputs: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, outputs[name]]));

// A create is long: only what the row is about is compared. Every other body is compared whole.
const bodyOf = (call: string, body: object): unknown =>
  call === "POST /instances" ? expect.objectContaining(body) : body;
