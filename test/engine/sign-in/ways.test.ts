import { EVERYTHING } from "../../support/everything";
import { atMost } from "./support/at-most";
import { type Life, live } from "./support/life";
import { PLACES } from "./support/places";
import { WAYS } from "./support/ways";

const places = Object.entries(PLACES);

/** Every way from every place; in the short choice each way from one place, the places in turn. */
const rows = WAYS.flatMap((way, at) =>
  places
    .filter((_, of) => EVERYTHING || of === at % places.length)
    .map(([where, place]) => ({ title: `${way.title}, from ${where}`, way, place })),
);

let lives: Array<Promise<Life>>;

beforeAll(() => {
  lives = atMost(
    3,
    rows.map(
      ({ way, place }) =>
        () =>
          live(way, place),
    ),
  );
  // Each is awaited by its own test.
  for (const life of lives) life.catch(() => {});
});
afterAll(() => Promise.allSettled(lives));

describe("a cache is previewed, made, refreshed and destroyed by", () => {
  test.each(rows.map((row, at) => [row.title, row, at] as const))(
    "%s",
    async (_title, { way }, at) => {
      const { outcomes, preview, made, left, shown } = await (lives[at] as Promise<Life>);
      for (const { failed, output } of Object.values(outcomes)) if (failed) throw new Error(output);
      expect(preview).toEqual({ signIns: expect.any(Number), modifying: 0 });
      expect(preview.signIns).toBeGreaterThan(0);
      expect(made).toEqual([{ projectId: way.project, status: "RUNNING" }]);
      expect(outcomes.refresh.changes).toEqual({ same: 2 });
      expect(left).toBe(0);
      expect(shown).toEqual([]);
    },
    600_000,
  );
});
