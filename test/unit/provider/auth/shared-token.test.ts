import { SharedToken } from "../../../../provider/auth/token/shared-token";
import { ApiError } from "../../../../provider/http/errors/api-error";

const refusal = (status: number) =>
  new ApiError({
    kind: "http",
    method: "POST",
    path: "/v3/auth/tokens",
    purpose: "sign in",
    status,
    notExecuted: true,
  });

/** A token that takes `takes` milliseconds to get, and how often it was got. */
function counted({ lifetime, takes = 5 }: { lifetime?: number; takes?: number } = {}) {
  let got = 0;
  const session = new SharedToken(async () => {
    got++;
    await jest.advanceTimersByTimeAsync(takes);
    return { id: `token-${got}`, lifetime, catalogue: [] };
  });
  const id = async () => (await session.authorize())["X-Auth-Token"];
  return { session, id, got: () => got };
}

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

test("a hundred calls at the moment of expiry make one renewal", async () => {
  const { id, got } = counted({ lifetime: 2_000 });
  await id();
  jest.setSystemTime(2_000);
  const ids = await Promise.all(Array.from({ length: 100 }, id));
  expect(new Set(ids)).toEqual(new Set(["token-2"]));
  expect(got()).toBe(2);
});

test("a hundred calls whose token was refused make one renewal, whenever each of them learns of it", async () => {
  const { session, id, got } = counted();
  const refused = await session.authorize();
  await Promise.all(Array.from({ length: 50 }, () => session.renew(refusal(401), refused)));
  await Promise.all(Array.from({ length: 50 }, () => session.renew(refusal(401), refused)));
  expect(await id()).toBe("token-2");
  expect(got()).toBe(2);
});

describe("a token is renewed in time:", () => {
  const DAY = 24 * 3_600_000;
  test.each([
    ["one of a day five minutes before its end", DAY, DAY - 300_001, DAY - 300_000],
    ["one of fifteen minutes three minutes before", 900_000, 719_999, 720_000],
    ["one of two seconds", 2_000, 1_599, 1_600],
  ])("%s", async (_, lifetime, good, due) => {
    const { id } = counted({ lifetime, takes: 0 });
    await id();
    jest.setSystemTime(good);
    expect(await id()).toBe("token-1");
    jest.setSystemTime(due);
    expect(await id()).toBe("token-2");
  });

  test("its life is counted from when it was asked for", async () => {
    const { id } = counted({ lifetime: 2_000, takes: 1_000 });
    await id();
    jest.setSystemTime(1_600);
    expect(await id()).toBe("token-2");
  });

  test("one whose life is not known only when it is refused", async () => {
    const { id, got } = counted();
    await id();
    jest.setSystemTime(10 * DAY);
    await id();
    expect(got()).toBe(1);
  });
});

test("a token that is over before it arrives serves those who waited for it", async () => {
  const { id, got } = counted({ lifetime: 10, takes: 50 });
  expect(new Set(await Promise.all(Array.from({ length: 100 }, id)))).toEqual(new Set(["token-1"]));
  expect(got()).toBe(1);
});

test("a refused renewal is the answer to all later calls; one that failed for a moment is tried again", async () => {
  const failures = [refusal(503), refusal(401)];
  const obtain = jest.fn(() => Promise.reject(failures.shift() ?? new Error("asked once too often")));
  const session = new SharedToken(obtain);
  await expect(session.authorize()).rejects.toMatchObject({ status: 503 });
  await expect(session.authorize()).rejects.toMatchObject({ status: 401 });
  await expect(session.authorize()).rejects.toMatchObject({ status: 401 });
  expect(obtain).toHaveBeenCalledTimes(2);
});

describe("a token that was refused", () => {
  test("had come to the end of its time, or not, even if it has been replaced meanwhile", async () => {
    const { session, id } = counted({ lifetime: 2_000, takes: 0 });
    const first = await session.authorize();
    jest.setSystemTime(1_000);
    expect(session.outlived(first)).toBe(false);
    jest.setSystemTime(1_600);
    expect(session.outlived(first)).toBe(true);
    await id();
    expect(session.outlived(first)).toBe(true);
    const second = await session.authorize();
    await session.renew(refusal(401), second);
    expect(session.outlived(second)).toBe(false);
  });
});
