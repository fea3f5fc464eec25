import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { encodings } from "../support/encodings";
import { oneCache, PASSWORD } from "../support/programs";
import { EngineStack, type Outcome } from "../support/stack";

const without = (env: Readonly<Record<string, string>>, ...names: string[]) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));

/** Error lines of the engine's diagnostics, each told once. */
const errorsOf = ({ output }: Outcome): string[] => {
  const lines = output.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line.startsWith("error: ") && !/preview failed|update failed/.test(line)))];
};

describe("preview under the real engine", () => {
  let dcs: Emulator;
  beforeAll(async () => {
    dcs = await startEmulator({ redis: false });
  });
  afterAll(() => dcs.close());

  const preview = async (env: Readonly<Record<string, string>>, args: Record<string, unknown> = {}, config = {}) => {
    const stack = await EngineStack.create(env, config);
    try {
      return await stack.preview(oneCache(args));
    } finally {
      await stack.close();
    }
  };

  test("eleven mistakes are eleven errors, each with its path, and nothing is touched", async () => {
    const outcome = await preview(dcs.env, {
      name: "9lives",
      description: "x".repeat(1025),
      enginVersion: "6.0",
      engineVersion: undefined,
      capacity: 3,
      password: "short",
      vpcId: "vpc-1",
      availableZones: ["eu-de-01", "eu-de-09"],
      instanceBackupPolicy: {
        saveDays: 8,
        periodicalBackupPlan: { beginAt: "00:30-01:30", periodType: "daily", backupAt: [1, 2, 9] },
      },
    });
    const errors = errorsOf(outcome);
    expect(outcome.failed).toBe(true);
    for (const path of [
      "name",
      "description",
      "capacity",
      "vpcId",
      "availableZones[1]",
      "instanceBackupPolicy.saveDays",
      "instanceBackupPolicy.periodicalBackupPlan.beginAt",
      "instanceBackupPolicy.periodicalBackupPlan.periodType",
      "instanceBackupPolicy.periodicalBackupPlan.backupAt[2]",
    ]) {
      expect(errors.filter((line) => line.includes(`property ${path} value`))).toHaveLength(1);
    }
    // The engine prints the value beside a property it is told, so these two are told in the reason.
    expect(errors.filter((line) => /problem: (password|enginVersion): /.test(line))).toHaveLength(2);
    expect(errors).toHaveLength(11);
    expect(outcome.output).toContain("did you mean engineVersion?");
    expect(outcome.output).toContain("nearest: 2 or 4");
    expect(dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances"))).toEqual([]);
  });

  test("a wrong password of the cache is not shown", async () => {
    const weak = "all-lower-case-kettle";
    const outcome = await preview(dcs.env, { password: weak });
    expect(outcome.output).toContain("mix at least three of");
    for (const form of encodings(weak)) expect(outcome.output).not.toContain(form);
  });

  const setUps: Array<
    [title: string, env: () => Record<string, string>, config: Record<string, { value: string }>, message: RegExp]
  > = [
    [
      "a wrong password",
      () => ({ ...dcs.env, OS_PASSWORD: "not-the-password" }),
      {},
      /cannot sign in at http:\/\/127\.0\.0\.1:\d+\/v3: .*HTTP 401.*otc:password \/ OS_PASSWORD \(from OS_PASSWORD/,
    ],
    [
      "an expired token",
      () => ({ ...without(dcs.env, "OS_USERNAME", "OS_PASSWORD"), OS_AUTH_TOKEN: "made-up-and-expired" }),
      {},
      /otc:token \/ OS_AUTH_TOKEN .* is invalid or expired: get a new token/,
    ],
    [
      "an unknown region",
      () => ({ ...without(dcs.env, "OS_AUTH_URL"), OS_REGION_NAME: "eu-dee" }),
      {},
      /otc:region \/ OS_REGION_NAME is "eu-dee".*did you mean eu-de\?/,
    ],
    [
      "a typo in a config key",
      () => ({ ...dcs.env }),
      { "otc:regoin": { value: "eu-de" } },
      /otc:regoin in the stack.s config is not a setting: did you mean otc:region/,
    ],
    ["no way to sign in", () => ({ OS_REGION_NAME: "eu-de" }), {}, /no way to sign in: set otc:token \/ OS_AUTH_TOKEN/],
  ];

  longTest.each(setUps)("%s is one clear error", async (_, env, config, message) => {
    const outcome = await preview(env(), {}, config);
    expect(outcome.failed).toBe(true);
    const errors = errorsOf(outcome);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });

  longTest("no route to the service is a warning at preview, and an error that says so at up", async () => {
    const env = { ...dcs.env, OS_AUTH_URL: "http://127.0.0.1:9/v3" };
    const stack = await EngineStack.create(env);
    const previewed = await stack.preview(oneCache());
    expect(previewed.failed).toBe(false);
    expect(previewed.output).toMatch(/warning: the service could not be asked.*127\.0\.0\.1:9/);
    const up = await stack.up(oneCache());
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/error: cannot sign in at http:\/\/127\.0\.0\.1:9\/v3/);
    expect(await stack.caches()).toEqual([]);
    await stack.close();
  });

  longTest("the password stands nowhere", async () => {
    const { output } = await preview(dcs.env);
    for (const form of encodings(PASSWORD)) expect(output).not.toContain(form);
  });
});
