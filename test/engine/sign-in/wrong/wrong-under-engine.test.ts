import { startEmulator } from "../../../../emulator";
import { EVERYTHING } from "../../../support/everything";
import { encodings } from "../../support/encodings";
import { oneCache } from "../../support/programs";
import { EngineStack, type Outcome } from "../../support/stack";
import { atMost } from "../support/at-most";
import { diagnostics } from "../support/printed";
import { isSecret, settingsOf } from "../support/settings";
import type { WrongSetUp } from "./row";
import { CHAPTERS } from "./rows";

const TITLES = [
  "wrong password",
  "token that has expired",
  "clock of this machine behind the service's",
  ...(EVERYTHING ? ["user without password", "temporary keys that have expired", "agency that there is not"] : []),
];

const rows = CHAPTERS.flatMap((chapter) => chapter.rows).filter(({ title }) => TITLES.includes(title));

interface Preview {
  readonly outcome: Outcome;
  readonly modifying: number;
  readonly secrets: readonly string[];
}

async function preview({ service, env: envOf, before }: WrongSetUp): Promise<Preview> {
  const dcs = await startEmulator({ redis: false, ...service });
  const env = await envOf(dcs);
  await before?.(dcs, env);
  const stack = await EngineStack.create(env);
  try {
    const outcome = await stack.preview(oneCache());
    return {
      outcome,
      modifying: dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances")).length,
      secrets: Object.entries(settingsOf(env)).flatMap(([name, value]) => (isSecret(name as never) ? [value] : [])),
    };
  } finally {
    await stack.close();
    await dcs.close();
  }
}

let previews: Array<Promise<Preview>>;

beforeAll(() => {
  previews = atMost(
    2,
    rows.map((row) => () => preview(row)),
  );
  // Each is awaited by its own test.
  for (const each of previews) each.catch(() => {});
});
afterAll(() => Promise.allSettled(previews));

describe("preview under the real engine fails in one line for a", () => {
  test.each(rows.map((row, at) => [row.title, row, at] as const))("%s", async (_title, row, at) => {
    const { outcome, modifying, secrets } = await (previews[at] as Promise<Preview>);
    expect(outcome.failed).toBe(true);
    const errors = diagnostics(outcome.output).filter((line) => row.says.every((words) => line.includes(words)));
    expect(errors).toEqual([expect.stringContaining("otc:DcsInstance resource 'sessions'")]);
    expect(modifying).toBe(0);
    for (const form of secrets.flatMap(encodings)) expect(outcome.output).not.toContain(form);
  });

  test("row that is in the table", () => {
    expect(rows.map(({ title }) => title).sort()).toEqual([...TITLES].sort());
  });
});
