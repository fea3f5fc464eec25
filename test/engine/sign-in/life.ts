import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../support/calls";
import { oneCache } from "../support/programs";
import { EngineStack, type Outcome } from "../support/stack";
import type { Place } from "./places";
import { secretsIn } from "./secrets";
import type { Way } from "./ways";

/** What a cache's life under the engine came to. */
export interface Life {
  readonly outcomes: Readonly<Record<"preview" | "up" | "refresh" | "destroy", Outcome>>;
  /** Calls to IAM, and calls that change something at DCS, during preview. */
  readonly preview: { readonly signIns: number; readonly modifying: number };
  /** Project and status of each cache after `up`. */
  readonly made: ReadonlyArray<{ readonly projectId: string; readonly status: string }>;
  readonly left: number;
  /** Secrets that could be seen in output, state or stack outputs. */
  readonly shown: readonly string[];
}

const callsToIam = ({ journal }: Emulator) => journal.filter(({ path }) => path.startsWith("/v3/")).length;

/** Previews, makes, refreshes and destroys one cache, signed in this way with the settings in this place. */
export async function live({ settings, shortLived }: Way, place: Place): Promise<Life> {
  const folder = mkdtempSync(path.join(tmpdir(), "dcs-sign-in-"));
  const dcs = await startEmulator({ redis: false, createMs: 100, deleteMs: 100 });
  const stack = await EngineStack.create({});
  const shown = new Set<string>();
  let values = settings(dcs);
  const look = (text: string) => {
    for (const name of secretsIn(text, values)) shown.add(name);
  };
  const step = async (run: () => Promise<Outcome>): Promise<Outcome> => {
    values = settings(dcs);
    const { env, config } = place(values, folder);
    stack.setEnvironment(env);
    if (Object.keys(config).length > 0) await stack.setConfig(config);
    const outcome = await run();
    look(outcome.output);
    return outcome;
  };
  // Outputs are in both.
  const state = async () => look(await stack.stored());
  try {
    const modifying = modifyingCalls(dcs);
    const preview = await step(() => stack.preview(oneCache()));
    const early = { signIns: callsToIam(dcs), modifying: modifying().length };
    const up = await step(() => stack.up(oneCache()));
    const made = dcs.instances().map(({ projectId, status }) => ({ projectId, status }));
    // Both are given the stack's config of the last update, and so a passcode that is spent.
    const renewed = async () => {
      if (shortLived && Object.keys(place(values, folder).config).length > 0) await step(() => stack.up(oneCache()));
    };
    await renewed();
    const refresh = await step(() => stack.refresh());
    await state();
    await renewed();
    const destroy = await step(() => stack.destroy());
    await state();
    const outcomes = { preview, up, refresh, destroy };
    return { outcomes, preview: early, made, left: dcs.instances().length, shown: [...shown] };
  } finally {
    await stack.close();
    await dcs.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
