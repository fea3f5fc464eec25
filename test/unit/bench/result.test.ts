import { median } from "../../../bench/measure/median";
import { barTable } from "../../../bench/report/bars";
import { chart } from "../../../bench/report/chart";
import { asText, pairTable } from "../../../bench/report/tables";
import { figuresOf, type Lived, type Result } from "../../../bench/result";
import type { Life, Measured } from "../../../bench/run/life";

const PAIR = { caches: 100, create: 20 };

const lived = (contender: Life["contender"], seconds: number, more: Partial<Measured> = {}): Lived => ({
  life: { ...PAIR, contender, operations: ["up"] },
  measured: [{ operation: "up", seconds, beyond: seconds - 20, calls: 300, callsPerCache: 3, ...more }],
});

const figures = figuresOf([
  lived("ours", 27),
  lived("bare", 30),
  lived("ours", 24, { bytes: 4100 }),
  lived("bare", 31),
  lived("ours", 90),
  lived("bare", 29),
]);

const result: Result = { date: "", versions: {}, processors: 2, rounds: 3, commands: "inline", figures, declaring: [] };

test("a median is the middle value, or lies between the two middle ones", () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

describe("the result of several rounds", () => {
  test("is their median, so that one slow round does not count", () => {
    expect(figures.map(({ contender, seconds, beyond }) => [contender, seconds, beyond])).toEqual([
      ["ours", 27, 7],
      ["bare", 30, 10],
    ]);
    expect(figures[0]?.rounds).toEqual([27, 24, 90]);
  });

  test("is shown with the ratio to the bare provider", () => {
    expect(pairTable(figures, PAIR).at(-1)?.at(-1)).toBe("0.90");
    expect(asText(pairTable(figures, PAIR))).toMatch(/^up +27\.0 +7\.0 +3\.00/m);
  });

  test("is held against what is promised, and only as far as it was measured", () => {
    expect(barTable(result)).toEqual([
      ["this provider", "measured", "at most", "holds"],
      ["up, wall, to bare", "0.9", "0.92", "yes"],
      ["calls per cache, up", "3", "3", "yes"],
      ["bytes of state per cache", "4100", "4000", "no"],
    ]);
  });

  test("is drawn with the figures beside the bars", () => {
    const svg = chart(figures, PAIR);
    expect(svg).toMatch(/^<svg /);
    for (const text of ["this provider", "bare", "27", "30"]) expect(svg).toContain(`>${text}</text>`);
    expect(svg).not.toContain("Terraform");
  });
});
