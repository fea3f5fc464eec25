import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { oneCache } from "../support/programs";
import { EngineStack } from "../support/stack";

type Args = Parameters<typeof oneCache>[0];

// The engine's own words stand before each line.
const PROBLEM = "has a problem: ";

/** The lines of the output that tell of a mistake, each once and without the engine's words. */
const problemsIn = (output: string): string[] => [
  ...new Set(output.split("\n").flatMap((line) => line.split(PROBLEM)[1]?.trim() ?? [])),
];

describe("a line that the engine prints is read once", () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 60_000 });
  });
  afterAll(() => dcs.close());

  beforeEach(async () => {
    stack = await EngineStack.create(dcs.env);
  });
  afterEach(() => stack.close());

  const previewed = async (args: Args): Promise<string[]> => {
    const { failed, output } = await stack.preview(oneCache(args));
    expect(failed).toBe(true);
    return problemsIn(output);
  };

  test("by somebody who asked for a version that nobody offers, gave MB, wrote one zone, and a short password", async () => {
    const problems = await previewed({
      engineVersion: "8.0",
      capacity: 2048,
      availableZones: "eu-de-01" as never,
      password: "redis",
    });
    expect(problems.sort()).toEqual([
      '"8.0" is not allowed: use one of the versions on offer: "4.0", "5.0", "6.0", "7.0"',
      '"eu-de-01" has the wrong type: a list is needed, such as ["eu-de-01"] (name at least one zone, each once)',
      expect.stringMatching(/^2048 is not allowed: use one of 0\.125, 0\.25, .*; capacity is in GB: did you mean 2\?$/),
      "password: the given password (not shown) is not valid: use 8 to 64 characters; mix at least three of: lower-case letters, upper-case letters, digits, special characters (`~!@#$^&*()-_=+\\|{},<.>/?)",
    ]);
  });

  test("by somebody who set no password and took a zone of the other region", async () => {
    const problems = await previewed({ password: undefined, availableZones: ["eu-nl-01", "eu-de-02"] });
    expect(problems.sort()).toEqual([
      "password: is required: set it, or noPasswordAccess: true",
      expect.stringMatching(/^zone "eu-nl-01" belongs to eu-nl, the cache to eu-de: use one of eu-de-01, eu-de-02\b/),
    ]);
  });

  longTest("by somebody who set no password on 3.0, where there is no other way", async () => {
    const problems = await previewed({
      engineVersion: "3.0",
      password: undefined,
      securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
    });
    expect(problems).toEqual(["password: is required: set it"]);
  });

  test("by somebody who mistyped the project", async () => {
    stack.setEnvironment({ OS_PROJECT_NAME: "eu-de_lcoal" });
    const [line = "", ...others] = await previewed({});
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^cannot sign in at \S+: The project does not exist or the user has no permission for it \(HTTP 401, request id \w+\); check what was used: otc:projectName \/ OS_PROJECT_NAME is "eu-de_lcoal" \(from OS_PROJECT_NAME in the environment\), otc:domainName \/ OS_DOMAIN_NAME is "[\w-]+" \(from OS_DOMAIN_NAME in the environment\), otc:userName \/ OS_USERNAME is "local-user" \(from OS_USERNAME in the environment\)$/,
    );
  });

  longTest("by somebody whose order got no clear answer", async () => {
    dcs.fault({ on: { method: "POST", path: /\/instances$/ }, times: 1, with: { kind: "reset", work: "undone" } });
    const { failed, output } = await stack.up(oneCache({}, { customTimeouts: { create: "3s" } }));
    expect(failed).toBe(true);
    expect(output).toContain(
      'Nothing was ordered twice. Run `pulumi up` again, which looks for the instance first. If it exists by then, the run stops and shows its id, and `onNameConflict: "adopt"` (`pulumi config set otc:onNameConflict adopt`) takes it over; otherwise it is created',
    );
  });

  longTest("by somebody whose service went away while the cache was created", async () => {
    const away = await startEmulator({ redis: false, createMs: 60_000 });
    stack.setEnvironment(away.env);
    const run = stack.up(oneCache({}, { customTimeouts: { create: "9s" } }));
    let over = false;
    run.finally(() => {
      over = true;
    });
    // The second look shows that the first was answered.
    const looks = () =>
      away.journal.filter(({ method, path }) => method === "GET" && /\/instances\/[\w-]+$/.test(path));
    while (looks().length < 2 && !over) await new Promise((resume) => setTimeout(resume, 100));
    await away.stopListening();
    const { failed, output } = await run;
    await away.close();
    expect(failed).toBe(true);
    expect(output).toMatch(
      /cache "sessions-test" \([\w-]+\): still creating after 9 s \(the time limit\); last known status CREATING\. The service cannot be reached: no answer from 127\.0\.0\.1:\d+: the connection is refused\. Its id is kept: run `pulumi up` again to go on waiting/,
    );
  });
});
