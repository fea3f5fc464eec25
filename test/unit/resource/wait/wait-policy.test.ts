import { nextInterval } from "../../../../provider/resource/wait/wait-policy";

const MINUTE = 60_000;

describe("A waiting cache is looked at again", () => {
  test.each([
    [0, 1_000],
    [40_000, 1_000],
    [100_000, 2_000],
    [10 * MINUTE, 5_000],
  ])("after %p ms of waiting in %p ms", (waited, interval) => {
    expect(nextInterval(waited)).toBe(interval);
  });
});
