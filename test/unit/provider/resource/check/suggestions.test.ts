import { likelyText, nearestNumbers } from "../../../../../provider/resource/check/suggestions";

const names = ["engine", "engineVersion", "capacity", "cacheMode"];

describe("What was probably meant", () => {
  test.each<[string, readonly string[], string | undefined]>([
    ["enginVersion", names, "engineVersion"],
    ["engineversion", names, "engineVersion"],
    ["capasity", names, "capacity"],
    ["02:00", ["22:00:00", "02:00:00"], "02:00:00"],
    ["GMT–01:00", ["GMT-01:00"], "GMT-01:00"],
    ["completelyDifferent", names, undefined],
    ["anything", [], undefined],
  ])("%p", (given, allowed, meant) => {
    expect(likelyText(given, allowed)).toBe(meant);
  });
});

describe("The sizes next to", () => {
  test.each([
    [3, [2, 4]],
    [1, [2]],
    [100, [64]],
    [48, [32, 64]],
  ])("%p GB", (given, near) => {
    expect(nearestNumbers(given, [64, 2, 4, 32])).toEqual(near);
  });
});
