import fc from "fast-check";
import { EVERYTHING } from "../../support/everything";
import { type BothSides, openBothSides } from "./both-sides";
import { LEFT_OUT } from "./left-out";
import { programs } from "./programs";
import type { Arguments } from "./sound-inputs";

const PROGRAMS = EVERYTHING ? 5_000 : 1_000;
/** So many of each kind make the agreement mean something. */
const ENOUGH = 0.12 * PROGRAMS;

interface Verdicts {
  readonly isSound?: boolean;
  readonly inputs: Arguments;
  readonly check: readonly string[];
  readonly service: string | undefined;
}

let sides: BothSides;
let verdicts: Verdicts[];

const asked = async (inputs: Arguments): Promise<Verdicts> => ({
  inputs,
  check: await sides.refusalsOfCheck(inputs),
  service: await sides.refusalOfService(inputs),
});

beforeAll(async () => {
  verdicts = [];
  // Before the connections are opened: they would be closed as idle in the meantime.
  const all = fc.sample(programs, { seed: 20_261_124, numRuns: PROGRAMS }).values();
  sides = await openBothSides();
  const ask = async () => {
    for (const { inputs, isSound } of all) verdicts.push({ isSound, ...(await asked(inputs)) });
  };
  await Promise.all(Array.from({ length: 8 }, ask));
}, 120_000);
afterAll(() => sides.close());

describe(`Preview and the local DCS, over ${PROGRAMS} generated programs`, () => {
  test("each accepts and refuses enough for their agreement to mean something", () => {
    expect(verdicts).toHaveLength(PROGRAMS);
    expect(verdicts.filter(({ check }) => check.length === 0).length).toBeGreaterThanOrEqual(ENOUGH);
    expect(verdicts.filter(({ service }) => service !== undefined).length).toBeGreaterThanOrEqual(ENOUGH);
  });

  test("what breaks no rule is accepted by both", () => {
    const sound = verdicts.filter(({ isSound }) => isSound);
    expect(sound.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(sound.filter(({ check, service }) => check.length > 0 || service !== undefined)).toEqual([]);
  });

  test("every refusal of preview names the property it is about", () => {
    expect(verdicts.flatMap(({ check }) => check).filter((line) => !/^[a-zA-Z]+[^:]*: ./.test(line))).toEqual([]);
  });

  test("what preview accepts is ordered without a refusal", () => {
    expect(verdicts.filter(({ check, service }) => check.length === 0 && service !== undefined)).toEqual([]);
  });

  test("what preview refuses would have been refused by the service too", () => {
    expect(verdicts.filter(({ check, service }) => check.length > 0 && service === undefined)).toEqual([]);
  });
});

const leftOut = LEFT_OUT.map((row) => [row.what, row] as const);

describe("Preview is stricter than the service, on purpose, about", () => {
  test.each(leftOut.filter(([, { property }]) => property !== undefined))(
    "%s",
    async (_, { inputs, property = "" }) => {
      const { check, service } = await asked(inputs);
      expect({ check, service }).toEqual({ check: [expect.stringContaining(property)], service: undefined });
    },
  );
});

describe("The service is stricter than preview, which cannot know it, about", () => {
  test.each(leftOut.filter(([, { property }]) => property === undefined))("%s", async (_, { inputs }) => {
    const { check, service } = await asked(inputs);
    expect({ check, service }).toEqual({ check: [], service: expect.stringMatching(/^400 /) });
  });
});
