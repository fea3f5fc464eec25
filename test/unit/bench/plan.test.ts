import { flagsOf } from "../../../bench/flags";
import { withNeeded } from "../../../bench/operations";
import { allPairs, DEFAULT_PAIRS, livesOf, PARTS } from "../../../bench/plan";

const lives = (...args: string[]) => {
  const flags = flagsOf(args);
  if (flags === undefined) throw new Error("only help was asked for");
  return livesOf(flags);
};

describe("what npm run bench plays", () => {
  test("is by default every pair with four contenders in three rounds, and the throttled up", () => {
    const all = lives();
    expect(all.filter(({ throttled }) => !throttled)).toHaveLength(DEFAULT_PAIRS.length * 4 * 3);
    expect(all.filter(({ throttled }) => throttled)).toEqual(
      Array(3).fill({ contender: "ours", caches: 100, create: 20, operations: ["up"], throttled: true }),
    );
  });

  test("lets another contender go first in every round", () => {
    const firsts = lives("--caches", "5", "--create", "1", "--only", "up");
    expect(firsts.filter((_, index) => index % 4 === 0).map(({ contender }) => contender)).toEqual([
      "ours",
      "plugin",
      "bare",
    ]);
  });

  test("times all operations at one creation time per number of caches, and up at the others", () => {
    const choice = { pairs: allPairs([100], [0, 20, 300]), rounds: 1, parts: PARTS };
    const operations = livesOf(choice)
      .filter(({ contender, throttled }) => contender === "ours" && !throttled)
      .map(({ create, operations: some }) => [create, some.length]);
    expect(operations).toEqual([
      [0, 1],
      [20, 6],
      [300, 1],
    ]);
  });

  test("includes the up that a chosen operation needs", () => {
    expect(withNeeded(["refresh"])).toEqual(["up", "refresh"]);
    expect(withNeeded(["preview"])).toEqual(["preview"]);
  });

  test("is refused when a flag makes no sense", () => {
    expect(() => flagsOf(["--only", "upp"])).toThrow("--only knows no upp");
    expect(() => flagsOf(["--caches", "many"])).toThrow("--caches takes whole numbers from 1 on");
    expect(() => flagsOf(["--caches", "0"])).toThrow("--caches takes whole numbers from 1 on");
  });

  test("replaces the documentation's figures only as a whole", () => {
    expect(flagsOf([])?.isWhole).toBe(true);
    expect(flagsOf(["--rounds", "1"])?.isWhole).toBe(false);
    expect(flagsOf(["--create", "20"])?.isWhole).toBe(false);
  });
});
