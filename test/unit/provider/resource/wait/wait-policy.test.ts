import { nextInterval } from "../../../../../provider/resource/wait/wait-policy";

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

describe("After a look that found another cache ready", () => {
  test("one that is being created is looked at 0.2 s later, however long it has waited", () => {
    expect(nextInterval(100_000, "to be created", 100, true)).toBe(200);
  });

  test("one that is being changed is looked at as often as before", () => {
    expect(nextInterval(100_000, "to be running", 100, true)).toBe(2_000);
  });
});

describe("A cache that is being created is looked at", () => {
  test.each([
    ["after 0.2 s", 0, 1, 200],
    ["after 0.5 s", 200, 1, 300],
    ["after 1 s", 500, 1, 500],
    ["from then on every second", 1_000, 1, 1_000],
    ["less often the longer it lasts", 100_000, 1, 2_000],
    ["every 0.5 s where many wait, as one look serves all", 0, 100, 500],
    ["still so when creates of 20 s end", 22_000, 100, 500],
    ["no more often than others after a while where many wait", 30_000, 100, 1_000],
  ])("%s", (_when, waited, waiting, interval) => {
    expect(nextInterval(waited, "to be created", waiting)).toBe(interval);
  });

  test("less than 170 times in five minutes where many wait, and noticed within a second or 2 % of the wait", () => {
    const looks: number[] = [];
    for (let at = 0; at < 5 * MINUTE; at += nextInterval(at, "to be created", 100)) looks.push(at);
    expect(looks.length).toBeLessThan(170);
    const late = looks.filter((at, look) => at - (looks[look - 1] ?? 0) > Math.max(1_000, at * 0.02));
    expect(late).toEqual([]);
  });
});
