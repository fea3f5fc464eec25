import { nextInterval, spoken, timeoutOf } from "../../../provider/instance/wait-policy";

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

describe("customTimeouts", () => {
  test.each<["create" | "update" | "delete", string | undefined, number]>([
    ["create", undefined, 30 * MINUTE],
    ["update", undefined, 60 * MINUTE],
    ["delete", undefined, 30 * MINUTE],
    ["create", "1h30m", 90 * MINUTE],
    ["create", "1.5h", 90 * MINUTE],
    ["delete", "90s", 90_000],
    ["delete", "1m500ms", 60_500],
  ])("for %s of %p are %p ms", (step, duration, ms) => {
    expect(timeoutOf(step, duration)).toBe(ms);
  });
});

test.each([
  [30_000, "30 s"],
  [119_000, "119 s"],
  [4 * MINUTE, "4 min"],
])("%p ms is told as %s", (ms, words) => {
  expect(spoken(ms)).toBe(words);
});
