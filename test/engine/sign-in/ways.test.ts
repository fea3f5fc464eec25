import { EVERYTHING } from "../../support/everything";
import { atMost } from "./support/at-most";
import { type Life, live } from "./support/life";
import { PLACES } from "./support/places";
import { WAYS } from "./support/ways";

const places = Object.entries(PLACES);

/** Every way from every place; in the short choice each way from one place, the places in turn. */
const rows = WAYS.flatMap((way, at) =>
  places
    .filter((_, of) => EVERYTHING || of === (at + 1) % places.length)
    .map(([where, place]) => ({ title: `${way.title}, from ${where}`, way, place })),
);

/** Lives with a preview and a refresh: all, or one from each place. The others sign in to make and to destroy a cache. */
const whole = EVERYTHING ? rows : rows.slice(0, places.length);

let lives: Array<Promise<Life>>;

beforeAll(() => {
  lives = atMost(
    3,
    rows.map((row) => () => live(row.way, row.place, whole.includes(row))),
  );
  // Each is awaited by its own test.
  for (const life of lives) life.catch(() => {});
});
afterAll(() => Promise.allSettled(lives));

const lifeOf = (row: (typeof rows)[number]) => lives[rows.indexOf(row)] as Promise<Life>;

describe("a cache is previewed and refreshed by", () => {
  test.each(whole.map((row) => [row.title, row] as const))(
    "%s",
    async (_title, row) => {
      const { outcomes, preview } = await lifeOf(row);
      expect(preview).toEqual({ signIns: expect.any(Number), modifying: 0 });
      expect(preview.signIns).toBeGreaterThan(0);
      expect(outcomes.refresh?.changes).toEqual({ same: 2 });
    },
    600_000,
  );
});

describe("a cache is made and destroyed by", () => {
  test.each(rows.map((row) => [row.title, row] as const))(
    "%s",
    async (_title, row) => {
      const { outcomes, made, left, shown } = await lifeOf(row);
      for (const { failed, output } of Object.values(outcomes)) if (failed) throw new Error(output);
      expect(made).toEqual([{ projectId: row.way.project, status: "RUNNING" }]);
      expect(left).toBe(0);
      expect(shown).toEqual([]);
    },
    600_000,
  );
});
