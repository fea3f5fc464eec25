import { median } from "./measure/median";
import type { Operation } from "./operations";
import type { Contender } from "./programs/contenders";
import type { Declared } from "./run/apart/declaring";
import type { Life, Measured } from "./run/life";
import type { ProcessFigures } from "./run/process";

/** An operation on so many caches, by one contender: medians of all rounds. */
export interface Figure extends Measured {
  readonly contender: Contender;
  readonly caches: number;
  readonly create: number;
  readonly throttled: boolean;
  /** Seconds of each round. */
  readonly rounds: readonly number[];
}

/** All that a run has measured, as it is written to `bench.json`. */
export interface Result {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly processors: number;
  readonly rounds: number;
  /** How the commands were given: typed in a project's folder, or by inline programs of the Automation API. */
  readonly commands: "typed" | "inline";
  readonly figures: readonly Figure[];
  readonly declaring: ReadonlyArray<Declared & { readonly contender: Contender }>;
  readonly process?: ProcessFigures;
}

export interface Lived {
  readonly life: Life;
  readonly measured: readonly Measured[];
}

const medianOf = (all: readonly Measured[], field: "seconds" | "beyond" | "calls" | "callsPerCache"): number =>
  median(all.map((measured) => measured[field]));

function medianIfAny(all: readonly Measured[], field: "lag" | "bytes"): number | undefined {
  const values = all.flatMap((measured) => measured[field] ?? []);
  return values.length === 0 ? undefined : median(values);
}

/** One figure for each operation of a contender and a pair, in the order in which they came. */
export function figuresOf(lived: readonly Lived[]): Figure[] {
  const groups = new Map<string, { life: Life; operation: Operation; all: Measured[] }>();
  for (const { life, measured } of lived) {
    for (const one of measured) {
      const key = [life.contender, life.caches, life.create, life.throttled, one.operation].join();
      const group = groups.get(key) ?? { life, operation: one.operation, all: [] };
      group.all.push(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ life, operation, all }) => ({
    contender: life.contender,
    caches: life.caches,
    create: life.create,
    throttled: life.throttled === true,
    operation,
    seconds: medianOf(all, "seconds"),
    beyond: medianOf(all, "beyond"),
    calls: medianOf(all, "calls"),
    callsPerCache: medianOf(all, "callsPerCache"),
    lag: medianIfAny(all, "lag"),
    bytes: medianIfAny(all, "bytes"),
    rounds: all.map(({ seconds }) => seconds),
  }));
}
