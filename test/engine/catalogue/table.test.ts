import path from "node:path";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { EVERYTHING } from "../../support/everything";
import { expectWritten } from "../../support/written-page";
import { diagnostics } from "../sign-in/support/printed";
import { EngineStack, type Outcome, succeeded } from "../support/stack";
import { markdown, type Seen } from "./support/markdown";
import { argsOf, play, there, worlds } from "./worlds";

const DOCUMENT = path.resolve(__dirname, "../../../docs/results/catalogue.md");

const program =
  (more: Readonly<Record<string, Partial<DcsInstanceArgs>>> = {}) =>
  async () => {
    for (const [name, declared] of Object.entries({ ...there, ...more })) new DcsInstance(name, argsOf(declared));
  };

/** What a preview said about the new cache: its failures as `property: reason`, its warnings and its lines. */
function toldIn({ output }: Outcome): string[] {
  const lines = [...new Set(diagnostics(output))];
  const failures = lines.flatMap((line) => {
    const [, property, reason] = /property (\S+) value \{.*\} has a problem: (.*)$/.exec(line) ?? [];
    return reason === undefined ? [] : [`\`${property}\`: ${reason}`];
  });
  const others = lines.filter((line) => /^warning: the |^new-test: /.test(line));
  return [...failures, ...others.map((line) => line.replace(/, request id \w+/, ""))];
}

describe("a catalogue that changed after caches were made from it", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  const seen: Seen[] = [];

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5 });
    stack = await EngineStack.create(dcs.env);
    await succeeded(stack.up(program()));
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const titled = (EVERYTHING ? worlds : worlds.filter(({ sample }) => sample)).map((world) => ({
    world,
    title: `${world.change}${world.declared ? `, with ${Object.keys(world.declared)}` : ""}`,
  }));

  test.each(titled)("when $title, leaves caches alone and tells a new one", async ({ world }) => {
    play(dcs, world);
    const before = dcs.journal.length;
    const same = await succeeded(stack.preview(program()));
    const asked = dcs.journal.length - before;
    expect(same.changes).toEqual({ same: Object.keys(there).length + 1 });
    expect(same.output).not.toContain("warning:");
    expect(asked).toBeLessThanOrEqual(3);

    const outcome = await stack.preview(program({ new: world.declared ?? {} }));
    const told = toldIn(outcome);
    seen.push({ world, existing: "no change", told });
    const { says } = world;
    const isRefused = "failure" in says;
    expect(outcome.failed).toBe(isRefused);
    expect(told.filter((line) => line.startsWith("`"))).toEqual(
      isRefused ? [expect.stringContaining(`\`${says.property}\`: ${says.failure}`)] : [],
    );
    if (!isRefused) expect(told).toContainEqual(expect.stringContaining(says.line));
    expect(told.filter((line) => line.startsWith("warning:")).length).toBeLessThanOrEqual(1);
  });

  test("docs/results/catalogue.md says what was observed", () => {
    expectWritten(DOCUMENT, markdown(seen));
  });
});
