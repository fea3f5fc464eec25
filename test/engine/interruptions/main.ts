import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Killed, killed, WELL } from "../../plugin/interruptions/killed";
import { faultsOf, interrupt, type Observation, type Victim } from "./interruption";
import { MOMENTS } from "./moments";
import { page } from "./page";
import { type SignalObservation, signalled } from "./signals";

const SIGNALS: ReadonlyArray<readonly NodeJS.Signals[]> = [
  ["SIGINT"],
  ["SIGTERM"],
  ["SIGINT", "SIGINT"],
  ["SIGTERM", "SIGTERM"],
];

/** Stacks at a time: the engine takes most of a core while it starts. */
const LANES = 3;

async function inLanes<T>(works: ReadonlyArray<() => Promise<T>>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < works.length; at = next++) results[at] = await (works[at] as () => Promise<T>)();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

function told(observed: Observation): Observation {
  const faults = faultsOf(observed);
  process.stdout.write(
    `${observed.victim}, ${observed.moment}: ${observed.next}${faults.length > 0 ? ` BUT ${faults.join(", ")}\n${observed.output}` : ""}\n`,
  );
  return observed;
}

/** The same moments through the plugin. */
async function throughPlugin(): Promise<Killed[]> {
  const seen = await inLanes(
    (["command", "plugin"] as const).flatMap((victim) => MOMENTS.map((moment) => () => killed(victim, moment))),
  );
  for (const { victim, moment, after, output } of seen)
    process.stdout.write(
      `plugin, ${victim}, ${moment}: ${isDeepStrictEqual(after, WELL) ? "well" : `BUT ${JSON.stringify(after)}\n${output}`}\n`,
    );
  return seen;
}

async function main(): Promise<void> {
  const victims: readonly Victim[] = ["cli", "provider"];
  const kills = victims.flatMap((victim) => MOMENTS.map((moment) => async () => told(await interrupt(victim, moment))));
  const observations = await inLanes(kills);
  const signals: SignalObservation[] = await inLanes(SIGNALS.map((some) => () => signalled(some)));
  for (const observed of signals) process.stdout.write(`${observed.signals.join(", ")}: ${observed.next}\n`);
  const plugin = await throughPlugin();
  await writeFile(
    path.resolve(__dirname, "../../../docs/results/interruptions.md"),
    page(observations, signals, plugin),
  );
  const bad =
    observations.filter((observed) => faultsOf(observed).length > 0).length +
    plugin.filter(({ after }) => !isDeepStrictEqual(after, WELL)).length;
  process.stdout.write(
    `${observations.length + plugin.length} kills, ${bad} that did not come right with one further up\n`,
  );
  process.exitCode = bad > 0 ? 1 : 0;
}

void main();
