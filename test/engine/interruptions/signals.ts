import { startEmulator } from "../../../emulator";
import { oneCache } from "../support/programs";
import { EngineStack } from "../support/stack";
import { type Observation, orders, pendingIn, strike } from "./interruption";
import { CREATING } from "./moments";

/** What one or two signals during a create came to. */
export interface SignalObservation {
  readonly signals: readonly NodeJS.Signals[];
  readonly then: Observation["then"];
  /** The last line of the engine. */
  readonly said: string;
  /** What the next `up` printed without it, where it stopped. */
  readonly stopped: string;
  /** What the next `up` did without and, where that stopped, with `onNameConflict: "adopt"`. */
  readonly next: string;
  readonly instances: number;
  readonly orders: number;
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Sends the signals to the command while a create waits, half a second apart. */
export async function signalled(signals: readonly NodeJS.Signals[]): Promise<SignalObservation> {
  const dcs = await startEmulator({ redis: false, createMs: CREATING, deleteMs: 200 });
  const stack = await EngineStack.create(dcs.env);
  const ends: Array<() => void> = [];
  try {
    const up = stack.up(oneCache());
    while (dcs.instances().length === 0) await pause(20);
    for (const signal of signals) {
      await pause(500);
      ends.push(await strike(stack, "cli", signal));
    }
    const { output } = await up;
    const then = {
      instances: dcs.instances().length,
      idInState: (await stack.caches()).length > 0,
      pending: (await pendingIn(stack)) > 0,
      locked: await stack.locked(),
    };
    if (then.locked) await stack.cancel();
    const plain = await stack.up(oneCache());
    const stopped = plain.failed
      ? `stopped, naming ${/exists already/.test(plain.output) ? "the instance" : "nothing"}`
      : "";
    const adopting = plain.failed ? await stack.up(oneCache({ onNameConflict: "adopt" })) : plain;
    const cleared = then.pending ? await stack.clearPendingCreates() : undefined;
    const left = cleared && (await pendingIn(stack));
    return {
      signals,
      then,
      said: /update canceled|signal: \w+|exit status \d+|code: -?\d+/.exec(output)?.[0] ?? "",
      stopped: plain.failed ? plain.output : "",
      next: [
        stopped,
        adopting.failed ? "failed" : Object.keys(adopting.changes).join(" and "),
        ...(left === undefined ? [] : [`${left} notes after refresh --clear-pending-creates`]),
      ]
        .filter(Boolean)
        .join("; then "),
      instances: dcs.instances().length,
      orders: orders(dcs),
    };
  } finally {
    for (const end of ends) end();
    await stack.close();
    await dcs.close();
  }
}
