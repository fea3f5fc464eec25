import path from "node:path";
import { busyCodes } from "../../../emulator/faults/fault";
import { catalogue } from "../../../emulator/service/errors";
import { firstOfEach } from "../../support/long";
import { expectWritten } from "../../support/written-page";
import { pageOf } from "./page";
import { ROWS } from "./rows";
import { provoke } from "./run";

const FILE = path.resolve(__dirname, "../../../docs/results/errors-seen.md");

test("every code of the local DCS is provoked", () => {
  const provoked = new Set(ROWS.map(({ code }) => code));
  const known = [...Object.keys(catalogue), ...busyCodes].map((code) =>
    /^\d+$/.test(`${code}`) ? `DCS.${code}` : code,
  );
  expect(known.filter((code) => !provoked.has(`${code}`))).toEqual([]);
});

test("docs/results/errors-seen.md shows what a user reads for every code", async () => {
  // A row of each deed, whether it is refused, fails later, or is refused without our doing.
  const seen = await provoke(firstOfEach(ROWS, ({ deed, answer }) => `${deed.kind} ${answer?.kind}`));
  expect([...seen].filter(([, message]) => message === "").map(([{ code }]) => code)).toEqual([]);
  expectWritten(FILE, pageOf(seen));
});
