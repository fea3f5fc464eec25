import { parseArgs } from "node:util";
import { playApart } from "./engines/apart";
import { playAll } from "./play/lanes";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20240501" },
    count: { type: "string" },
    from: { type: "string", default: "0" },
    only: { type: "string" },
    lanes: { type: "string" },
    engine: { type: "boolean", default: false },
    shrink: { type: "string", default: "180" },
  },
});

// The engine takes most of a core while it starts; a provider process waits most of the time.
const USUAL = { process: { count: 1_000, lanes: 80 }, engine: { count: 50, lanes: 4 } } as const;

async function main(): Promise<void> {
  const seed = Number(values.seed);
  const under = values.engine ? "engine" : "process";
  const started = Date.now();
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const only = values.only === undefined ? undefined : Number(values.only);
  const { played, steps, failures, secrets, calls, struck } = await (under === "engine" ? playApart : playAll)({
    under,
    seed,
    count: only === undefined ? Number(values.count ?? USUAL[under].count) : 1,
    from: only ?? Number(values.from),
    lanes: Number(values.lanes ?? USUAL[under].lanes),
    shrinkFor: Number(values.shrink) * 1_000,
    tell,
  });
  const seconds = Math.round((Date.now() - started) / 1_000);
  tell(
    `seed ${seed}: ${played} sequences, ${steps} steps, ${calls} calls, ${struck} of them struck by a fault, ${seconds} s`,
  );
  tell(`failed: ${failures.length}; secrets found in what was written: ${secrets}`);
  process.exitCode = failures.length > 0 || secrets > 0 ? 1 : 0;
}

void main();
