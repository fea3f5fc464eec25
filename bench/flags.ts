import { parseArgs } from "node:util";
import { allPairs, type Choice, DEFAULT_PAIRS, LONG_TIMES, PARTS, type Pair, type Part, SIZES, TIMES } from "./plan";

const help = `npm run bench [-- OPTION]: this provider beside two plain ones, on the local DCS

  --caches N,N    how many caches (default 1,10,100)
  --create N,N    seconds the service takes to create one (default 0 for all, 20 for 100 caches)
  --rounds N      times everything is run; medians are told (default 3)
  --only PART,..  ${PARTS.join(", ")}
  --long          every number of caches with creates of 0, 20 and 300 s, which takes hours
  --out FOLDER    where bench.json, bench.svg and bench.md go (default docs/ for the whole, .local/ for a part)
  --help          this text`;

export interface Flags extends Choice {
  /** Whether it is the whole run, which the documentation shows. */
  readonly isWhole: boolean;
  readonly out?: string;
}

function numbers(name: string, text: string, least: number): number[] {
  const values = text.split(",").map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < least)) {
    throw new Error(`--${name} takes whole numbers from ${least} on.`);
  }
  return values;
}

function parts(text: string): Part[] {
  const chosen = text.split(",");
  const unknown = chosen.filter((part) => !(PARTS as readonly string[]).includes(part));
  if (unknown.length > 0) throw new Error(`--only knows no ${unknown.join(", ")}, but ${PARTS.join(", ")}.`);
  return chosen as Part[];
}

function pairs(caches: string | undefined, create: string | undefined, long: boolean): readonly Pair[] {
  if (caches === undefined && create === undefined && !long) return DEFAULT_PAIRS;
  const sizes = caches === undefined ? SIZES : numbers("caches", caches, 1);
  return allPairs(sizes, create === undefined ? (long ? LONG_TIMES : TIMES) : numbers("create", create, 0));
}

/** @returns `undefined` when only help was asked for, which is printed then. */
export function flagsOf(args: readonly string[]): Flags | undefined {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { caches: text, create: text, rounds: text, only: text, out: text, long: flag, help: flag },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return undefined;
  }
  const rounds = numbers("rounds", values.rounds ?? "3", 1)[0] ?? 3;
  return {
    pairs: pairs(values.caches, values.create, values.long === true),
    rounds,
    parts: values.only === undefined ? PARTS : parts(values.only),
    isWhole: [values.caches, values.create, values.only].every((value) => value === undefined) && rounds >= 3,
    out: values.out,
  };
}
