import { dcsInstance } from "../../../../../provider/dcs-instance/resource";
import { formatDuration, timeoutOf } from "../../../../../provider/resource/wait/duration";

const MINUTE = 60_000;

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
    expect(timeoutOf(dcsInstance, step, { customTimeouts: { [step]: duration } })).toBe(ms);
  });
});

test.each([
  [30_000, "30 s"],
  [119_000, "119 s"],
  [4 * MINUTE, "4 min"],
])("%p ms is written as %s", (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});
