import { lostAnswer, notFound, refused, throttled } from "../../../support/answers";
import { LIST, READ, READ_OTHER } from "../../../support/calls";
import { ID, OTHER, served } from "../../../support/inputs";
import { type NamedWait, waitUntil } from "../../../support/kit";
import { type Scripted, scripted } from "../../../support/scripted";
import { within } from "../../../support/time";

const MINUTE = 60_000;

const creating = served({ status: "CREATING" });
const waiting = (patch: Partial<NamedWait> = {}): NamedWait => ({
  id: ID,
  name: "sessions",
  what: "to be created",
  timeout: 30 * MINUTE,
  arrived: (seen) => seen?.status === "RUNNING",
  ...patch,
});

let lines: string[];

beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  jest.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const looks = (dcs: Scripted, call: string) => dcs.calls.filter((made) => made === call).length;

describe("Waiting for a cache", () => {
  test("reads a single one by its id, soon at first and then every second", async () => {
    const dcs = scripted({ [READ]: [creating, creating, served()] });
    await within(3_000, waitUntil(dcs, waiting()));
    expect(dcs.calls).toEqual([READ, READ, READ]);
  });

  test("looks at several with one call", async () => {
    const both = (status: string) => ({
      instances: [served({ status }), served({ status, instance_id: OTHER })],
      instance_num: 2,
    });
    const dcs = scripted({ [LIST]: [both("CREATING"), both("RUNNING")] });
    await within(3_000, Promise.all([waitUntil(dcs, waiting()), waitUntil(dcs, waiting({ id: OTHER }))]));
    expect(dcs.calls).toEqual([LIST, LIST]);
  });

  test("notices what is ready shortly after another one within 0.2 s", async () => {
    const both = (first: string, second: string) => ({
      instances: [served({ status: first }), served({ status: second, instance_id: OTHER })],
      instance_num: 2,
    });
    const early = Array.from({ length: 3 }, () => both("CREATING", "CREATING"));
    const dcs = scripted({
      [LIST]: [...early, both("RUNNING", "CREATING")],
      [READ_OTHER]: [served({ instance_id: OTHER })],
    });
    const waits = [waitUntil(dcs, waiting()), waitUntil(dcs, waiting({ id: OTHER }))];
    await within(2_000, waits[0] as Promise<void>);
    await within(201, waits[1] as Promise<void>);
  });

  test("reads what the list leaves out by its id", async () => {
    const dcs = scripted({
      [LIST]: [{ instances: [served()], instance_num: 1 }],
      [READ_OTHER]: [served({ instance_id: OTHER })],
    });
    await within(3_000, Promise.all([waitUntil(dcs, waiting()), waitUntil(dcs, waiting({ id: OTHER }))]));
    expect(looks(dcs, LIST)).toBe(1);
  });

  test("looks less often the longer it lasts, at least every five seconds", async () => {
    const dcs = scripted({ [READ]: [creating] });
    const work = waitUntil(dcs, waiting());
    work.catch(() => {});
    await jest.advanceTimersByTimeAsync(10 * MINUTE);
    const before = looks(dcs, READ);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(looks(dcs, READ) - before).toBe(12);
    await jest.advanceTimersByTimeAsync(20 * MINUTE);
  });

  test("logs its progress about every 30 seconds", async () => {
    const dcs = scripted({ [READ]: [creating] });
    await expect(within(101_000, waitUntil(dcs, waiting({ timeout: 100_000 })))).rejects.toThrow();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`cache "sessions" (${ID}): still creating after 30 s; status CREATING`);
  });

  test("ends at its limit with the status last seen", async () => {
    const dcs = scripted({ [READ]: [creating] });
    await expect(within(11_000, waitUntil(dcs, waiting({ timeout: 10_000 })))).rejects.toThrow(
      new Error(`cache "sessions" (${ID}): still creating after 10 s (the time limit); status CREATING`),
    );
  });

  const away = lostAnswer("GET", { serviceMessage: "no answer from dcs.example: the connection is refused" });
  const UNREACHED = "The service cannot be reached: no answer from dcs.example: the connection is refused";

  test.each([
    ["cannot be reached", away, UNREACHED],
    ["does not answer in time", lostAnswer("GET", { kind: "timeout", serviceMessage: "late" }), "reached: late"],
    [
      "has a fault of its own",
      lostAnswer("GET", { kind: "http", status: 502, serviceMessage: "Bad Gateway" }),
      "The last look failed: cannot test the provider: Bad Gateway (HTTP 502)",
    ],
  ])("that ends while the service %s names the last known status, then the reason", async (_what, failure, why) => {
    const dcs = scripted({ [READ]: [creating, failure] });
    await expect(within(11_000, waitUntil(dcs, waiting({ timeout: 10_000 })))).rejects.toThrow(
      new RegExp(`: still creating after 10 s \\(the time limit\\); last known status CREATING\\. .*${escaped(why)}$`),
    );
  });

  test("also says in its progress why the status may be out of date", async () => {
    const dcs = scripted({ [READ]: [creating, away] });
    await expect(within(41_000, waitUntil(dcs, waiting({ timeout: 40_000 })))).rejects.toThrow();
    expect(lines).toEqual([
      `cache "sessions" (${ID}): still creating after 30 s; last known status CREATING. ${UNREACHED}`,
    ]);
  });

  test("says so when the service does not know the instance", async () => {
    const dcs = scripted({ [READ]: [notFound()] });
    await expect(within(11_000, waitUntil(dcs, waiting({ timeout: 10_000 })))).rejects.toThrow(
      new Error(`cache "sessions" (${ID}): still creating after 10 s (the time limit); unknown to the service`),
    );
  });

  test("says that no status is known when no look has succeeded", async () => {
    const dcs = scripted({ [READ]: [away] });
    await expect(within(11_000, waitUntil(dcs, waiting({ timeout: 10_000 })))).rejects.toThrow(
      `still creating after 10 s (the time limit); no status known yet. ${UNREACHED}`,
    );
  });

  test.each([
    ["to be running", "still not running after 10 s (the time limit); status CREATING"],
    ["to be deleted", "still deleting after 10 s (the time limit); status CREATING"],
    ["to be free for deletion", "still too busy to be deleted after 10 s (the time limit); status CREATING"],
    [
      "to be gone, so that its name is free",
      "still deleting after 10 s (the time limit), so its name is not free; status CREATING",
    ],
  ] as const)("says what it waits for: %s", async (what, said) => {
    const dcs = scripted({ [READ]: [creating] });
    await expect(within(11_000, waitUntil(dcs, waiting({ what, timeout: 10_000 })))).rejects.toThrow(
      new Error(`cache "sessions" (${ID}): ${said}`),
    );
  });

  test("goes on after a look without a connection", async () => {
    const dcs = scripted({ [READ]: [lostAnswer("GET"), served()] });
    await within(3_000, waitUntil(dcs, waiting()));
    expect(looks(dcs, READ)).toBe(2);
  });

  test.each([
    ["a network that is away for a minute", lostAnswer("GET")],
    ["a time-out", lostAnswer("GET", { kind: "timeout" })],
    ["a 502", lostAnswer("GET", { kind: "http", status: 502 })],
    ["an answer that is no JSON", lostAnswer("GET", { kind: "malformed", status: 200 })],
    ["a 429", throttled()],
  ])("goes on after %s", async (_what, failure) => {
    const dcs = scripted({ [READ]: [...Array(20).fill(failure), served()] });
    await within(MINUTE, waitUntil(dcs, waiting()));
    expect(looks(dcs, READ)).toBe(21);
  });

  test("goes on after a single refusal, because a gateway may refuse for a moment", async () => {
    const dcs = scripted({
      [READ]: [refused("decrypt token fail"), creating, refused("decrypt token fail"), served()],
    });
    await within(5_000, waitUntil(dcs, waiting()));
    expect(looks(dcs, READ)).toBe(4);
  });

  test("ends with the failure when the service's certificate is not trusted", async () => {
    const untrusted = lostAnswer("GET", { permanent: true, serviceMessage: "the certificate has expired" });
    const dcs = scripted({ [READ]: [untrusted] });
    await expect(within(3_000, waitUntil(dcs, waiting()))).rejects.toThrow(/certificate has expired/);
  });

  test("looks at a cache that joins later as soon as at the first", async () => {
    const dcs = scripted({
      [READ]: [creating],
      [LIST]: [{ instances: [creating], instance_num: 1 }],
      [READ_OTHER]: [served({ instance_id: OTHER })],
    });
    const first = waitUntil(dcs, waiting({ timeout: 6 * MINUTE }));
    first.catch(() => {});
    await jest.advanceTimersByTimeAsync(5 * MINUTE + 500);
    await within(1_000, waitUntil(dcs, waiting({ id: OTHER })));
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
  });

  test("gives every look its own limit", async () => {
    const deadlines: unknown[] = [];
    const dcs = scripted({ [READ]: [served()] });
    const request: typeof dcs.request = (call, options) => {
      deadlines.push(options?.deadline);
      return dcs.request(call, options);
    };
    const started = Date.now();
    await within(2_000, waitUntil({ ...dcs, request }, waiting({ timeout: 5_000 })));
    expect(deadlines).toEqual([started + 5_000]);
  });

  test("ends when looks are refused again and again", async () => {
    const dcs = scripted({ [READ]: [refused("No permission.")] });
    await expect(within(3_000, waitUntil(dcs, waiting()))).rejects.toThrow(/No permission/);
    expect(looks(dcs, READ)).toBe(3);
  });
});
