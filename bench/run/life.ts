import type { Emulator, EmulatorOptions } from "../../emulator";
import { createLags, deleteLags, within } from "../measure/journal";
import type { Operation } from "../operations";
import type { Contender } from "../programs/contenders";
import { apart } from "./apart/apart";
import type { LifeOrder, Ran } from "./apart/life";
import { hasLanguageHost } from "./typed/language-host";
import { liveTyped } from "./typed/life";

const {
  startEmulator,
}: { startEmulator(options: EmulatorOptions): Promise<Emulator> } = require("../../dist/tools/emulator");

/** How long the service takes to delete a cache. */
export const DELETE_MS = 200;

/** What one life of a stack is to be. */
export interface Life {
  readonly contender: Contender;
  readonly caches: number;
  /** Seconds the service takes to create a cache. */
  readonly create: number;
  readonly operations: readonly Operation[];
  /** Every tenth call is answered 429. */
  readonly throttled?: boolean;
}

/** What one operation of a life came to. */
export interface Measured {
  readonly operation: Operation;
  readonly seconds: number;
  /** Without the time the service itself takes. */
  readonly beyond: number;
  readonly calls: number;
  readonly callsPerCache: number;
  /** The longest time, in seconds, between RUNNING (or gone) and the first look that could tell. */
  readonly lag?: number;
  readonly bytes?: number;
}

/** The service's own share of an operation, in seconds. */
const own = (operation: Operation, create: number): number =>
  operation === "up" ? create : operation === "destroy" ? DELETE_MS / 1000 : 0;

function lagOf(dcs: Emulator, { operation, from, to }: Ran, create: number): number | undefined {
  const calls = within(dcs.journal, { from, to });
  // Where nothing takes time, the looks of others that start cannot be told from looks that wait.
  const lags =
    operation === "up" && create > 0
      ? createLags(calls, dcs.instances())
      : operation === "destroy"
        ? deleteLags(calls, DELETE_MS)
        : [];
  return lags.length === 0 ? undefined : Math.max(...lags) / 1000;
}

function throttle(dcs: Emulator): void {
  for (let call = 1; call <= 1000; call += 1) dcs.fault({ after: 9 * call, with: { kind: "status", status: 429 } });
}

/** Lets a stack of a contender live against a local DCS of its own. */
export async function live({ contender, caches, create, operations, throttled }: Life): Promise<Measured[]> {
  const dcs = await startEmulator({ createMs: create * 1000, deleteMs: DELETE_MS, redis: false });
  if (throttled) throttle(dcs);
  const order: LifeOrder = { contender, caches, operations, env: dcs.env };
  try {
    const measured: Measured[] = [];
    // At once, as long as the instances of which a lag is told are there.
    const heard = (ran: Ran): void => {
      const seconds = (ran.to - ran.from) / 1000;
      const calls = within(dcs.journal, ran).length;
      measured.push({
        operation: ran.operation,
        seconds,
        beyond: seconds - own(ran.operation, create),
        calls,
        callsPerCache: calls / caches,
        lag: lagOf(dcs, ran, create),
        bytes: ran.bytes,
      });
    };
    await (hasLanguageHost() ? liveTyped(order, heard) : apart<Ran>("life.ts", order, heard));
    return measured;
  } finally {
    await dcs.close();
  }
}
