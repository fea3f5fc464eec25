import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "../../../../emulator";
import { modifyingCalls } from "../../support/calls";
import { oneCache } from "../../support/programs";
import { EngineStack, type Outcome } from "../../support/stack";
import type { Place } from "./places";
import { secretsIn } from "./secrets";
import type { SettingTexts } from "./settings";
import type { Way } from "./ways";

/** What a cache's life under the engine came to. */
export interface Life {
  readonly outcomes: Readonly<Partial<Record<"preview" | "up" | "refresh" | "destroy", Outcome>>>;
  /** Calls to IAM, and calls that change something at DCS, during preview. */
  readonly preview: { readonly signIns: number; readonly modifying: number };
  /** Project and status of each cache after `up`. */
  readonly made: ReadonlyArray<{ readonly projectId: string; readonly status: string }>;
  readonly left: number;
  /** Secrets that could be seen in output, state or stack outputs. */
  readonly shown: readonly string[];
}

const callsToIam = ({ journal }: Emulator) => journal.filter(({ path }) => path.startsWith("/v3/")).length;

/**
 * Makes and destroys one cache, signed in this way with the settings in this place.
 *
 * @param whole It is previewed and refreshed as well.
 */
export async function live({ settings, shortLived }: Way, place: Place, whole: boolean): Promise<Life> {
  const folder = mkdtempSync(path.join(tmpdir(), "dcs-sign-in-"));
  const dcs = await startEmulator({ redis: false, createMs: 100, deleteMs: 100 });
  const stack = await EngineStack.create({});
  const shown = new Set<string>();
  let values: SettingTexts = {};
  let given = 0;
  let inState = false;
  const look = (text: string) => {
    for (const name of secretsIn(text, values)) shown.add(name);
  };
  const give = async () => {
    dcs.skewClock(0);
    given = Date.now();
    values = settings(dcs);
    const { env, config } = place(values, folder);
    stack.setEnvironment(env);
    inState = Object.keys(config).length > 0;
    if (inState) await stack.setConfig(config);
  };
  const run = async (step: () => Promise<Outcome>): Promise<Outcome> => {
    // A passcode is good for half a minute; on a busy machine the service's clock waits for us.
    dcs.skewClock(given - Date.now());
    const outcome = await step();
    look(outcome.output);
    return outcome;
  };
  const runWithoutProgram = async (step: () => Promise<Outcome>): Promise<Outcome> => {
    await give();
    // Such a run is given the stack's config of the last update, and so a passcode that is spent.
    if (shortLived && inState) await run(() => stack.up(oneCache()));
    return run(step);
  };
  try {
    const modifying = modifyingCalls(dcs);
    await give();
    const preview = whole ? { preview: await run(() => stack.preview(oneCache())) } : {};
    const early = { signIns: callsToIam(dcs), modifying: modifying().length };
    if (whole) await give();
    const up = await run(() => stack.up(oneCache()));
    const made = dcs.instances().map(({ projectId, status }) => ({ projectId, status }));
    const refresh = whole ? { refresh: await runWithoutProgram(() => stack.refresh()) } : {};
    // Outputs are in what is stored, and in what was printed.
    look(await stack.stored());
    const destroy = await runWithoutProgram(() => stack.destroy());
    look(await stack.stored());
    const outcomes = { ...preview, up, ...refresh, destroy };
    return { outcomes, preview: early, made, left: dcs.instances().length, shown: [...shown] };
  } finally {
    await stack.close();
    await dcs.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
