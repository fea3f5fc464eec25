import fc from "fast-check";
import { EVERYTHING } from "../../support/everything";
import { isQuick, type Sequence, sequences } from "../model/sequence";
import { WRITTEN } from "../written";
import { Theatre, type Under } from "./theatre";

export interface Order {
  readonly under: Under;
  readonly seed: number;
  readonly count: number;
  /** Number of the first; default 0. */
  readonly from?: number;
  /** Leave out those that take long. */
  readonly quick?: boolean;
  /** Played besides, by name. */
  readonly written?: Readonly<Record<string, Sequence>>;
  /** How many run at the same time. */
  readonly lanes: number;
  /** Milliseconds that shrinking a failure may take. */
  readonly shrinkFor?: number;
  readonly tell?: (line: string) => void;
}

/** What is played in every test run. */
export const SAMPLE = {
  process: { under: "process", seed: 20240501, count: 20, written: WRITTEN, lanes: 40, shrinkFor: 0, quick: true },
  // A short one: three updates with refused calls, and one kill of the command.
  engine: { under: "engine", seed: 20240501, count: 1, from: EVERYTHING ? 0 : 45, lanes: 1, shrinkFor: 0, quick: true },
} as const satisfies Record<string, Order>;

export interface Summary {
  readonly played: number;
  readonly steps: number;
  /** One report each. */
  readonly failures: readonly string[];
  /** Occurrences of a secret in all that was written. */
  readonly secrets: number;
  readonly calls: number;
  readonly struck: number;
}

/** A sequence that waits to be played. */
interface Waiting {
  readonly sequence: Sequence;
  /** What is told of its failure. */
  readonly report: (error: unknown) => string | Promise<string>;
}

/** Plays many sequences side by side; a random one that fails is shrunk. */
export async function playAll(order: Order): Promise<Summary> {
  const { lanes, written = {}, tell = () => {} } = order;
  const theatre = await Theatre.open(order);
  const all: Waiting[] = [
    ...Object.entries(written).map(([name, sequence]) => ({
      sequence,
      report: (error: unknown) => `"${name}" failed\n${textOf(error)}`,
    })),
    ...randomOnes(order, theatre),
  ];
  const failures: string[] = [];
  const waiting = [...all];
  let played = 0;
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await theatre.play(next.sequence);
      } catch (error) {
        const report = await next.report(error);
        failures.push(report);
        tell(report);
      }
      played++;
      if (played % 100 === 0) tell(`${played} of ${all.length} played, ${failures.length} failed`);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(lanes, all.length) }, lane));
    const { journal } = theatre.dcs;
    return {
      played,
      steps: all.reduce((sum, { sequence }) => sum + sequence.length, 0),
      failures,
      secrets: theatre.secrets(),
      calls: journal.length,
      struck: journal.filter(({ faults }) => faults.length > 0).length,
    };
  } finally {
    await theatre.close();
  }
}

function randomOnes({ under, seed, count, from = 0, quick, shrinkFor = 180_000 }: Order, theatre: Theatre): Waiting[] {
  // Quick ones are a third of all.
  const generated = fc.sample(sequences, { seed, numRuns: from + count * (quick ? 5 : 1) });
  const numbered = [...generated.entries()].slice(from).filter(([, sequence]) => !quick || isQuick(sequence));
  return numbered.slice(0, count).map(([number, sequence]) => ({
    sequence,
    report: async (error) => {
      const again = `npm run sequences -- ${under === "engine" ? "--engine " : ""}--seed ${seed} --only ${number}`;
      return `sequence ${number} failed (again: ${again})\n${await smallest(theatre, seed, number, shrinkFor, error)}`;
    },
  }));
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The smallest sequence found that fails, with what happened in it. */
async function smallest(theatre: Theatre, seed: number, number: number, time: number, first: unknown): Promise<string> {
  const original = textOf(first);
  if (time === 0) return original;
  const property = fc.asyncProperty(sequences, (sequence) => theatre.play(sequence));
  const path = String(number);
  const found = await fc.check(property, { seed, path, numRuns: 1, interruptAfterTimeLimit: time });
  if (!found.failed || found.counterexample === null) return `${original}\n(played alone, it did not fail again)`;
  const said = found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
  return `shrunk ${found.numShrinks} times, path ${found.counterexamplePath}:\n${said}`;
}
