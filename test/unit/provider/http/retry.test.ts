import { explainCode } from "../../../../provider/client/dcs-errors";
import { ApiError } from "../../../../provider/http/errors/api-error";
import { parseRetryAfter } from "../../../../provider/http/retry/retry-after";
import { RETRY_RULES } from "../../../../provider/http/retry/retry-rules";
import { withRetries } from "../../../../provider/http/retry/with-retries";

type Details = Partial<ConstructorParameters<typeof ApiError>[0]>;

const failure = (details: Details): ApiError =>
  new ApiError({ method: "POST", path: "/x", purpose: "test", kind: "http", notExecuted: true, ...details });

const MINUTE = 60_000;

/** Lets the call fail with `error` until it is given up; the clock moves by the pauses alone. */
async function tried(error: ApiError, options: { reading?: boolean; within?: number; random?: number } = {}) {
  const { reading = false, within, random = 1 } = options;
  let now = 1_000_000;
  jest.spyOn(Date, "now").mockImplementation(() => now);
  const pauses: number[] = [];
  const work = withRetries(
    async () => {
      throw error;
    },
    {
      reading,
      random: () => random,
      pause: async (ms) => {
        pauses.push(ms);
        now += ms;
      },
      ...(within === undefined ? {} : { deadline: now + within }),
    },
  );
  const last = (await work.catch((thrown) => thrown)) as ApiError;
  jest.restoreAllMocks();
  return { last, pauses, waited: now - 1_000_000 };
}

describe("A call that is throttled", () => {
  const error = () => failure({ status: 429 });

  test("is tried until its own deadline, however far that is", async () => {
    const { waited } = await tried(error(), { within: 60 * MINUTE });
    expect(waited).toBeGreaterThan(58 * MINUTE);
  });

  test("is tried for half an hour where no deadline is given", async () => {
    const { waited } = await tried(error());
    expect(waited).toBeGreaterThan(28 * MINUTE);
    expect(waited).toBeLessThanOrEqual(30 * MINUTE);
  });

  test("pauses ever longer, up to a minute", async () => {
    const { pauses } = await tried(error());
    expect(pauses.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test("draws its pause anew below the bound, so that many do not return together", async () => {
    const { pauses } = await tried(error(), { within: MINUTE, random: 0.25 });
    expect(pauses.slice(0, 3)).toEqual([500, 1_000, 2_000]);
  });

  test("waits at least as long as the service asks, and many spread more with every try", async () => {
    const { pauses } = await tried(failure({ status: 429, retryAfter: 10_000 }), { within: MINUTE });
    expect(pauses.slice(0, 3)).toEqual([11_000, 12_000, 14_000]);
  });

  test("fails at once, in words, when it shall wait longer than there is time", async () => {
    const { last, pauses } = await tried(failure({ status: 429, retryAfter: 3_600_000 }), { within: 5 * MINUTE });
    expect(pauses).toEqual([]);
    expect(last.message).toMatch(/come back in 3600 s, but only 300 s are left.*customTimeouts/);
    expect(last.status).toBe(429);
  });

  test("is known by the gateway's code as well", async () => {
    expect(
      (
        await tried(failure({ status: 503, code: "APIGW.0308", explained: explainCode("APIGW.0308", 503) }), {
          within: MINUTE,
        })
      ).pauses.length,
    ).toBeGreaterThan(3);
  });
});

describe("Which calls are tried again", () => {
  const network: Details = { kind: "network" };
  test.each<[string, Details, boolean, number]>([
    ["an order after a lost answer: never", { ...network, notExecuted: false }, false, 1],
    ["an order after a 502: never", { status: 502, notExecuted: false }, false, 1],
    ["an order after a 503 with Retry-After: never", { status: 503, retryAfter: 1_000, notExecuted: false }, false, 1],
    ["an order after a time-out: never", { kind: "timeout", notExecuted: false }, false, 1],
    ["an order that is refused: never", { status: 400 }, false, 1],
    ["an order that could not be sent: three times", { ...network, unreachable: true }, false, 3],
    [
      "an order that could not be sent to a host that answered before: twelve times",
      { ...network, unreachable: true, answeredBefore: true },
      false,
      12,
    ],
    [
      "an order to a host with a wrong certificate: never",
      { ...network, unreachable: true, permanent: true },
      false,
      1,
    ],
    ["a look after a lost answer: five times", network, true, 5],
    ["a look after a 504: five times", { status: 504 }, true, 5],
    ["a look after a cut answer: five times", { kind: "malformed", status: 200 }, true, 5],
    ["a look that is refused: never", { status: 403 }, true, 1],
  ])("%s", async (_what, details, reading, tries) => {
    const { pauses } = await tried(failure(details), { reading });
    expect(pauses.length + 1).toBe(tries);
  });

  test("none but the throttled outlast their own bound because a caller has more time", async () => {
    expect((await tried(failure({ kind: "timeout" }), { reading: true, within: 60 * MINUTE })).pauses).toHaveLength(4);
  });

  test("every rule says why", () => {
    for (const { why } of RETRY_RULES) expect(why).toMatch(/^\w+: .{20,}/);
  });
});

test("a loop around a loop does not try again what the inner one gave up", async () => {
  let calls = 0;
  const pause = async () => {};
  const inner = () =>
    withRetries(
      async () => {
        calls += 1;
        throw failure({ kind: "timeout" });
      },
      { reading: true, pause },
    );
  await expect(withRetries(inner, { reading: true, pause })).rejects.toThrow();
  expect(calls).toBe(5);
});

describe("Retry-After", () => {
  const now = Date.parse("2024-01-15T08:30:00Z");
  test.each([
    ["7", undefined, 7_000],
    ["0", undefined, 0],
    ["-3", undefined, 0],
    ["Mon, 15 Jan 2024 08:31:00 GMT", undefined, 60_000],
    ["Mon, 15 Jan 2024 08:29:00 GMT", undefined, 0],
    ["Mon, 15 Jan 2024 09:31:00 GMT", "Mon, 15 Jan 2024 09:30:30 GMT", 30_000],
    ["soon", undefined, undefined],
    ["", undefined, undefined],
    [undefined, undefined, undefined],
  ])("%p, answered at %p, is %p ms", (header, answeredAt, ms) => {
    expect(parseRetryAfter(header, now, answeredAt)).toBe(ms);
  });
});
