import type { Emulator } from "../../../emulator";
import type { Engine, Moment, Outcome } from "../engines/engine";
import { CALLS, type Circumstances, type Kill, planOf } from "../model/circumstances";
import type { Place } from "../model/declaration";

/** Where a sequence is played. */
export interface Stage {
  readonly dcs: Emulator;
  readonly place: Place;
  readonly engine: Engine;
  /** Hears everything a user was told. */
  readonly heard: (text: string) => void;
}

/** How long the request of a killed run stays on the wire, in milliseconds. */
const ON_THE_WIRE = 400;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** One run of the engine under its circumstances, and whether it was killed. */
export async function runUnder(
  { kill, troubles }: Circumstances,
  stage: Stage,
  work: (moment?: Moment) => Promise<Outcome[]>,
): Promise<{ outcomes: Outcome[]; killed: boolean }> {
  const { dcs, place, engine } = stage;
  const attack = kill && planKill(kill, stage);
  const faults = troubles.map((trouble) => dcs.fault(planOf(trouble, place.projectId)));
  const outcomes = await work(attack?.moment);
  const killed = attack?.end() ?? false;
  // The next command is typed by a person; until then what was on its way has arrived.
  if (killed) await Promise.all([engine.settled(), pause(2 * ON_THE_WIRE)]);
  for (const fault of faults) fault.clear();
  return { outcomes, killed };
}

/** Plans the end of a process for when a call of it is on the wire. */
function planKill({ victim, during, work }: Kill, { dcs, place }: Stage) {
  const on = { ...CALLS[during], project: place.projectId };
  const call = dcs.fault({ on, with: { kind: "slow", ms: ON_THE_WIRE, work } });
  let over = false;
  const struck = (async () => {
    while (call.hits === 0) {
      await pause(10);
      if (over) return new Promise<void>(() => {});
    }
    await pause(30);
  })();
  const end = (): boolean => {
    over = true;
    const killed = call.hits > 0;
    call.clear();
    return killed;
  };
  return { moment: { victim, struck }, end };
}
