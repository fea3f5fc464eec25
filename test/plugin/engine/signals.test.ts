import { MOMENTS, type Moment } from "../../engine/interruptions/moments";
import { atMost } from "../../engine/sign-in/support/at-most";
import { EVERYTHING } from "../../support/everything";
import { longTest } from "../../support/long";
import { type Killed, killed, type Victim, WELL } from "../interruptions/killed";
import { ABRUPT, ONCE, type Signalled, signalled } from "../interruptions/signalled";

/** Stacks at a time: each waits for most of its life. */
const LANES = 3;

// `npm run interruptions` kills at all ten moments.
const KILLS = [
  ["command", 1],
  ["command", 6],
  ["plugin", 2],
] as const;
const kills = (EVERYTHING ? KILLS : []).map(([victim, at]): [Victim, Moment] => [victim, MOMENTS[at] as Moment]);

const once = EVERYTHING ? ONCE : ONCE.slice(0, 1);
const abrupt = EVERYTHING ? ABRUPT : [];
const signals = [...once, ...abrupt];

let afterSignals: Array<Promise<Signalled>>;
let afterKills: Array<Promise<Killed>>;

beforeAll(() => {
  const played = atMost<Signalled | Killed>(LANES, [
    ...signals.map((row) => () => signalled(row)),
    ...kills.map((row) => () => killed(...row)),
  ]);
  // Each is awaited by its own test.
  for (const one of played) one.catch(() => {});
  afterSignals = played.slice(0, signals.length) as Array<Promise<Signalled>>;
  afterKills = played.slice(signals.length) as Array<Promise<Killed>>;
});
afterAll(() => Promise.allSettled([...afterSignals, ...afterKills]));

const resultOf = (row: (typeof signals)[number]) => afterSignals[signals.indexOf(row)] as Promise<Signalled>;

const GOOD = { failed: true, pluginEnded: true, instances: 1, orders: 1, sameId: true, settled: true };

describe("a create that takes long", () => {
  test.each(once.map((row) => [row.title, row] as const))(
    "ends soon after one %s, with its id in the state, and the next up waits for the same cache",
    async (_title, row) => {
      const { output, took, ...seen } = await resultOf(row);
      expect(output).toContain("cancelled. Its id is kept: run `pulumi up` again to go on waiting");
      expect(seen).toEqual({ ...GOOD, idInState: true, stopped: undefined });
      expect(took).toBeLessThan(3_000);
    },
  );

  longTest.each(abrupt.map((row) => [row.title, row] as const))(
    "%s: its id is in the state, or the next up finds it by name; it is ordered once",
    async (_title, row) => {
      const { idInState, stopped, output: _, took: __, ...seen } = await resultOf(row);
      expect(seen).toEqual(GOOD);
      if (idInState) expect(stopped).toBeUndefined();
      else expect(stopped).toMatch(/an instance named "sessions-test" exists already: [0-9a-f-]{36}/);
    },
  );

  longTest.each(kills.map(([victim, { name }], at) => [victim, name, at] as const))(
    "is one instance and one order after kill -9 of the %s: %s",
    async (_victim, _name, at) => {
      const { after, output } = await (afterKills[at] as Promise<Killed>);
      if (after.failed) throw new Error(output);
      expect(after).toEqual(WELL);
    },
  );
});
