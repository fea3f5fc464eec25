import { settingLabel } from "../../../../provider/config/settings/settings";
import { EVERYTHING } from "../../../support/everything";
import { encodings } from "../../support/encodings";
import { atMost } from "../support/at-most";
import { expectInDocs, pageOf } from "./document";
import type { WrongSetUp } from "./row";
import { CHAPTERS } from "./rows";
import { checked, resolved, type Told } from "./told";

const all = CHAPTERS.flatMap((chapter) => chapter.rows);

// A process for each set-up. For those that ask nobody the unit tests have a shorter way, and one set-up of each chapter
// stands for those that ask, unless all is to be played.
const chapters = CHAPTERS.map(({ heading, rows }) => ({
  heading,
  rows: rows.filter((row) => EVERYTHING || row.asksNobody || row === rows.find(({ asksNobody }) => !asksNobody)),
}));
const rows = chapters.flatMap((chapter) => chapter.rows);

const told = new Map<WrongSetUp, Promise<Told>>();

beforeAll(() => {
  const answers = atMost(
    3,
    rows.map((row) => async () => (row.asksNobody && !EVERYTHING ? resolved(row) : checked(row))),
  );
  for (const [at, answer] of answers.entries()) {
    // Each is awaited by its own test.
    answer.catch(() => {});
    told.set(rows[at] as WrongSetUp, answer);
  }
});
afterAll(() => Promise.allSettled(told.values()));

const toldOf = (row: WrongSetUp) => told.get(row) as Promise<Told>;

test("more than sixty set-ups are wrong in one thing each", () => {
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(60);
});

describe("preview says one line, changes nothing and shows no secret:", () => {
  test.each(rows.map((row) => [row.title, row] as const))(
    "%s",
    async (_title, row) => {
      const { failures, warnings, modifying, secrets } = await toldOf(row);
      const [line = "", ...others] = row.warning ? warnings : failures;
      expect(others).toEqual([]);
      expect(row.warning ? failures : warnings).toEqual([]);
      for (const words of row.says) expect(line).toContain(words);
      for (const words of row.omits ?? []) expect(line).not.toContain(words);
      if (row.setting) expect(line).toContain(settingLabel(row.setting));
      expect(line).not.toMatch(/\n|undefined|\[object|\s{2}/);
      expect(modifying).toBe(0);
      for (const form of secrets.flatMap(encodings)) expect(line).not.toContain(form);
    },
    600_000,
  );
});

test("the documentation lists them with these lines", async () => {
  const answered = await Promise.all(
    chapters.map(async ({ heading, rows }) => ({
      heading,
      rows: await Promise.all(rows.map(async (row) => [row.title, await toldOf(row)] as const)),
    })),
  );
  expectInDocs(pageOf(answered));
}, 600_000);
