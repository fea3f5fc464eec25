import fc from "fast-check";
import { type Emulator, startEmulator } from "../../emulator";
import { encodings } from "../engine/support/encodings";
import { PASSWORDS } from "./declaration";
import type { Engine } from "./engine";
import { Life, type Stage } from "./life";
import { LittleEngine } from "./little-engine";
import { Processes } from "./processes";
import { RealEngine } from "./real-engine";
import { isQuick, type Sequence, sequences } from "./sequence";

export interface Order {
  /** `process`: the provider process alone; `engine`: whole programs under the real engine. */
  readonly under: "process" | "engine";
  readonly seed: number;
  readonly count: number;
  /** Number of the first; default 0. */
  readonly from?: number;
  /** Leave out those that take long. */
  readonly quick?: boolean;
  /** How many run at the same time. */
  readonly lanes: number;
  /** Milliseconds that shrinking a failure may take. */
  readonly shrinkFor?: number;
  readonly tell?: (line: string) => void;
}

/** What is played in every test run. */
export const SAMPLE = {
  process: { under: "process", seed: 20240501, count: 40, lanes: 40, shrinkFor: 0, quick: true },
  engine: { under: "engine", seed: 20240501, count: 2, lanes: 1, shrinkFor: 0, quick: true },
} as const satisfies Record<string, Order>;

export interface Finding {
  readonly number: number;
  readonly report: string;
}

export interface Summary {
  readonly played: number;
  readonly steps: number;
  readonly failures: readonly Finding[];
  /** Occurrences of a secret in all that was written. */
  readonly secrets: number;
  readonly calls: number;
  readonly struck: number;
}

const TIMES = { createMs: 150, deleteMs: 100, extendMs: 150, taskMs: 100 };

/** The local DCS and the provider processes that all sequences share, each in a project of its own. */
class Theatre {
  private stages = 0;
  readonly heard: string[] = [];

  private constructor(
    readonly dcs: Emulator,
    private readonly processes: Processes,
    private readonly under: Order["under"],
  ) {}

  static async open({ under, lanes }: Order): Promise<Theatre> {
    const dcs = await startEmulator({ redis: false, ...TIMES });
    return new Theatre(dcs, new Processes(dcs.env, lanes > 40 ? 3_000 : 1_000), under);
  }

  async play(sequence: Sequence): Promise<void> {
    const stage = ++this.stages;
    const { id: projectId } = this.dcs.addProject(`eu-de_q${stage}`);
    const heard = (text: string) => this.heard.push(text);
    const engine: Engine =
      this.under === "process" ? new LittleEngine(this.processes) : await RealEngine.open(this.dcs.env, heard);
    const place: Stage["place"] = { projectId, prefix: `q${stage}` };
    try {
      await new Life({ dcs: this.dcs, place, engine, heard }).play(sequence);
    } finally {
      await engine.close();
    }
  }

  secrets(): number {
    const written = [this.processes.output, ...this.heard, JSON.stringify(this.dcs.journal)].join("\n");
    return PASSWORDS.flatMap(encodings).filter((form) => written.includes(form)).length;
  }

  async close(): Promise<void> {
    await this.processes.close();
    await this.dcs.close();
  }
}

/** Plays many sequences side by side; one that fails is shrunk. */
export async function playAll(order: Order): Promise<Summary> {
  const { under, seed, count, from = 0, quick, lanes, shrinkFor = 180_000, tell = () => {} } = order;
  // Quick ones are a third of all.
  const all = fc.sample(sequences, { seed, numRuns: from + count * (quick ? 5 : 1) });
  const numbers = [...all.keys()].slice(from).filter((number) => !quick || isQuick(all[number] ?? []));
  numbers.splice(count);
  const theatre = await Theatre.open(order);
  const failures: Finding[] = [];
  const waiting = [...numbers];
  let played = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const number = waiting.shift();
      if (number === undefined) return;
      const sequence = all[number] as Sequence;
      try {
        await theatre.play(sequence);
      } catch (error) {
        const report = await smallest(theatre, seed, number, shrinkFor, error);
        const again = `npm run sequences -- ${under === "engine" ? "--engine " : ""}--seed ${seed} --only ${number}`;
        failures.push({ number, report: `sequence ${number} failed (again: ${again})\n${report}` });
        tell(failures.at(-1)?.report ?? "");
      }
      played++;
      if (played % 100 === 0) tell(`${played} of ${count} played, ${failures.length} failed`);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
    const { journal } = theatre.dcs;
    return {
      played,
      steps: numbers.reduce((sum, number) => sum + (all[number]?.length ?? 0), 0),
      failures,
      secrets: theatre.secrets(),
      calls: journal.length,
      struck: journal.filter(({ faults }) => faults.length > 0).length,
    };
  } finally {
    await theatre.close();
  }
}

/** The smallest sequence found that fails, with what happened in it. */
async function smallest(theatre: Theatre, seed: number, number: number, time: number, first: unknown): Promise<string> {
  const original = first instanceof Error ? (first.stack ?? first.message) : String(first);
  if (time === 0) return original;
  const property = fc.asyncProperty(sequences, (sequence) => theatre.play(sequence));
  const path = String(number);
  const found = await fc.check(property, { seed, path, numRuns: 1, interruptAfterTimeLimit: time });
  if (!found.failed || found.counterexample === null) return `${original}\n(played alone, it did not fail again)`;
  const said = found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
  return `shrunk ${found.numShrinks} times, path ${found.counterexamplePath}:\n${said}`;
}
