import { OPERATIONS, type Operation, withNeeded } from "./operations";
import type { Contender } from "./programs/contenders";
import type { Life } from "./run/life";

export const CONTENDERS: readonly Contender[] = ["ours", "plugin", "bare", "terraform"];

/** Everything that can be chosen with `--only`. */
export const PARTS = [...OPERATIONS, "throttled", "declaring", "process"] as const;
export type Part = (typeof PARTS)[number];

/** So many caches, each of which takes so many seconds to be created. */
export interface Pair {
  readonly caches: number;
  readonly create: number;
}

export interface Choice {
  readonly pairs: readonly Pair[];
  readonly rounds: number;
  readonly parts: readonly Part[];
}

export const SIZES = [1, 10, 100];
export const TIMES = [0, 20];
/** The local DCS and the provider wait by the true clock, so such a run takes as long as it says. */
export const LONG_TIMES = [...TIMES, 300];

/** What fits into half an hour: the time of a create is waited for where the bars are. */
export const DEFAULT_PAIRS: readonly Pair[] = [
  { caches: 1, create: 0 },
  { caches: 10, create: 0 },
  { caches: 100, create: 20 },
  { caches: 100, create: 0 },
];

export const allPairs = (sizes: readonly number[], times: readonly number[]): Pair[] =>
  sizes.flatMap((caches) => times.map((create) => ({ caches, create })));

/** The pair of a size at which all operations are timed: but for `up`, the time of a create touches none. */
function isFull({ caches, create }: Pair, pairs: readonly Pair[]): boolean {
  const times = pairs.filter((other) => other.caches === caches).map((other) => other.create);
  return create === (times.includes(20) ? 20 : times[0]);
}

function operationsOf(pair: Pair, { pairs, parts }: Choice): readonly Operation[] {
  const chosen = OPERATIONS.filter((operation) => parts.includes(operation));
  return isFull(pair, pairs) ? withNeeded(chosen) : chosen.filter((operation) => operation === "up");
}

/** The pair in the middle of the picture: the most caches, all operations. */
export const mainPair = (pairs: readonly Pair[]): Pair | undefined =>
  [...pairs].filter((pair) => isFull(pair, pairs)).sort((one, other) => other.caches - one.caches)[0];

/** All lives of a run. The contenders take turns at going first: what a machine does meanwhile hits all alike. */
export function livesOf(choice: Choice): Life[] {
  const rounds = Array.from({ length: choice.rounds }, (_, round) => round);
  const main = mainPair(choice.pairs);
  return choice.pairs.flatMap((pair) => {
    const operations = operationsOf(pair, choice);
    const throttled: Life[] =
      pair === main && choice.parts.includes("throttled")
        ? [{ ...pair, contender: "ours", operations: ["up"], throttled: true }]
        : [];
    return rounds.flatMap((round) => [
      ...(operations.length === 0 ? [] : inTurn(round)).map((contender) => ({ ...pair, contender, operations })),
      ...throttled,
    ]);
  });
}

const inTurn = (round: number): Contender[] =>
  CONTENDERS.map((_, index) => CONTENDERS[(round + index) % CONTENDERS.length] as Contender);
