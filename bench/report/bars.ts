import type { Operation } from "../operations";
import { mainPair } from "../plan";
import type { Contender } from "../programs/contenders";
import type { Figure, Result } from "../result";
import { type Table, TITLES } from "./tables";

interface Bar {
  readonly figure: string;
  /** What was measured; `undefined` where it was not. */
  readonly of: (result: Result) => number | undefined;
  readonly atMost: (result: Result) => number;
}

/** The figures of the most caches whose whole life was timed. */
function mainFigure(
  { figures }: Result,
  contender: Contender,
  operation: Operation,
  throttled = false,
): Figure | undefined {
  const main = mainPair(figures.filter((figure) => !figure.throttled));
  return figures.find(
    (figure) =>
      figure.caches === main?.caches &&
      figure.create === main.create &&
      figure.contender === contender &&
      figure.operation === operation &&
      figure.throttled === throttled,
  );
}

const over = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one / other;

const toBare = (operation: Operation) => (result: Result) =>
  over(mainFigure(result, "ours", operation)?.seconds, mainFigure(result, "bare", operation)?.seconds);

const perCache = (operation: Operation) => (result: Result) => mainFigure(result, "ours", operation)?.callsPerCache;

const inAll = (operation: Operation) => (result: Result) => mainFigure(result, "ours", operation)?.calls;

function longCalls({ figures }: Result): number | undefined {
  const long = figures.filter(
    ({ contender, create, operation }) => contender === "ours" && create >= 300 && operation === "up",
  );
  return long.sort((one, other) => other.caches - one.caches)[0]?.callsPerCache;
}

const constant = (value: number) => () => value;

/** Growth from the first hundred to the last; nothing to be said of fewer than two. */
const growth = (field: "createMs" | "checkMs" | "megabytes") => (result: Result) => {
  const hundreds = result.process?.hundreds ?? [];
  return hundreds.length < 2 ? undefined : over(hundreds.at(-1)?.[field], hundreds[0]?.[field]);
};

/** What the project promises of itself. Times of one machine say little, so most are ratios within one run. */
const BARS: readonly Bar[] = [
  { figure: "up, wall, to bare", of: toBare("up"), atMost: constant(0.92) },
  { figure: "preview of creates, to bare", of: toBare("preview"), atMost: constant(0.9) },
  { figure: "preview, nothing to change, to bare", of: toBare("no-op-preview"), atMost: constant(0.8) },
  {
    figure: "a check in a warm process, ms",
    of: ({ process }) => process?.hundreds.at(-1)?.checkMs,
    atMost: constant(3),
  },
  { figure: "calls per cache, up", of: perCache("up"), atMost: constant(3) },
  { figure: "calls per cache, up of creates that take 300 s", of: longCalls, atMost: constant(4) },
  {
    figure: "calls in all, refresh",
    of: inAll("refresh"),
    atMost: (result) => (mainFigure(result, "ours", "refresh")?.caches ?? 0) + 2,
  },
  { figure: "calls in all, preview, nothing to change", of: inAll("no-op-preview"), atMost: constant(3) },
  {
    figure: "RUNNING to noticed, s",
    of: (result) => mainFigure(result, "ours", "up")?.lag,
    atMost: (result) => Math.max(1, 0.02 * (mainFigure(result, "ours", "up")?.create ?? 0)),
  },
  {
    figure: "gone to noticed, s",
    of: (result) => mainFigure(result, "ours", "destroy")?.lag,
    atMost: constant(0.5),
  },
  {
    figure: "create without engine, last hundred to first",
    of: growth("createMs"),
    atMost: constant(1.2),
  },
  { figure: "check without engine, last hundred to first", of: growth("checkMs"), atMost: constant(1.2) },
  {
    figure: "bytes of state per cache",
    of: (result) => mainFigure(result, "ours", "up")?.bytes,
    atMost: constant(4000),
  },
  {
    figure: "up with every tenth call answered 429, to one without",
    of: (result) => over(mainFigure(result, "ours", "up", true)?.seconds, mainFigure(result, "ours", "up")?.seconds),
    atMost: constant(2),
  },
];

const brief = (value: number): string => String(Number(value.toPrecision(3)));

/** Each promise with what was measured; what was not is left out. */
export function barTable(result: Result): Table {
  const rows = BARS.flatMap(({ figure, of, atMost }) => {
    const value = of(result);
    if (value === undefined || Number.isNaN(value)) return [];
    const bar = atMost(result);
    return [[figure, brief(value), brief(bar), value <= bar ? "yes" : "no"]];
  });
  return [[`${TITLES.ours}`, "measured", "at most", "holds"], ...rows];
}
