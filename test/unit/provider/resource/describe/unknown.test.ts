import { runtime } from "@pulumi/pulumi";
import { hasUnknown } from "../../../../../provider/resource/describe/unknown";

describe("Not known before the update is", () => {
  test.each<[string, unknown, boolean]>([
    ["the engine's mark", runtime.unknownValue, true],
    ["a list with the mark in it", ["a", runtime.unknownValue], true],
    ["an object with the mark deep inside", { a: { b: [runtime.unknownValue] } }, true],
    ["no text that merely holds the mark", `x${runtime.unknownValue}`, false],
    ["no absent value", null, false],
    ["no plain object", { a: { b: ["c"] } }, false],
  ])("%s", (_, value, unknown) => {
    expect(hasUnknown(value)).toBe(unknown);
  });
});
