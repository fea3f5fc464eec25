import { startEmulator } from "../../../emulator";
import { MOMENTS } from "../../engine/interruptions/moments";
import { isAlive, killed, orders, pause } from "../support/interrupt";
import { oneCache } from "../support/programs";
import { succeeded, YamlStack } from "../support/yaml-stack";

describe("a create that takes long", () => {
  test.each([[["SIGINT"]], [["SIGTERM"]], [["SIGINT", "SIGINT"]]] as NodeJS.Signals[][][])(
    "ends soon after %j, with its id in the state, and the next up waits for the same cache",
    async (signals) => {
      const dcs = await startEmulator({ redis: false, createMs: 12_000 });
      const stack = await YamlStack.create(dcs.env);
      try {
        await stack.write(oneCache());
        const up = stack.start("up", "--yes", "--skip-preview");
        while (dcs.instances().length === 0) await pause(20);
        await pause(500);
        const since = Date.now();
        for (const [at, signal] of signals.entries()) {
          if (at > 0) await pause(100);
          // The first signal may have ended it already.
          if (isAlive(up.id)) process.kill(up.id, signal);
        }
        const { failed, output } = await up.ended;
        expect(Date.now() - since).toBeLessThan(3_000);
        expect(failed).toBe(true);
        expect(output).toContain("cancelled. Its id is kept: run `pulumi up` again to go on waiting");
        const id = dcs.instances()[0]?.id;
        expect((await stack.resources()).at(-1)).toMatchObject({ id, outputs: { status: "CREATING" } });
        await succeeded(stack.up());
        await succeeded(stack.up("--expect-no-changes"));
        expect([dcs.instances().map((each) => each.id), orders(dcs)]).toEqual([[id], 1]);
      } finally {
        await stack.close();
        await dcs.close();
      }
    },
  );

  // MOMENTS=all plays all ten; the samples are right before the order, and while it is waited for.
  const moments = process.env.MOMENTS === "all" ? MOMENTS : MOMENTS.filter((_, at) => at === 1 || at === 6);
  test.each(
    moments.flatMap((moment) => [["command", moment.name, moment] as const, ["plugin", moment.name, moment] as const]),
  )("is one instance and one order after kill -9 of the %s: %s", async (victim, _name, moment) => {
    const { output, ...after } = await killed(victim, moment);
    if (after.failed) throw new Error(output);
    expect(after).toEqual({
      failed: false,
      instances: 1,
      orders: 1,
      sameId: true,
      settled: true,
      pluginEnded: true,
    });
  });
});
