import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import type { InstanceInputs } from "../../../../../provider/dcs-instance/values/types";
import { isSame } from "../../../../../provider/resource/describe/argument";
import { current, seed } from "../../../support/inputs";
import { ARGUMENTS } from "../../../support/kit";

const same = (property: keyof InstanceInputs, before: unknown, after: unknown, edition = current): boolean =>
  isSame(ARGUMENTS, property, asValues(edition({ [property]: before })), asValues(edition({ [property]: after })));

describe("Both say the same of", () => {
  test.each<[keyof InstanceInputs, unknown, unknown]>([
    ["engine", "Redis", "redis"],
    ["engineVersion", "3.0.7", "3.0"],
    ["description", undefined, ""],
    ["tags", { a: "1", b: "2" }, { b: "2", a: "1" }],
    ["renameCommands", undefined, {}],
    ["enablePublicip", undefined, false],
    ["productId", "dcs.single_node", "OTC_DCS_SINGLE"],
  ])("%s: %p and %p", (property, before, after) => {
    expect(same(property, before, after)).toBe(true);
  });

  test("the kind of cluster, on 3.0 only", () => {
    expect(same("cacheMode", "proxy", "cluster", seed)).toBe(true);
    expect(same("cacheMode", "proxy", "cluster")).toBe(false);
  });
});

describe("They differ in", () => {
  test.each<[keyof InstanceInputs, unknown, unknown]>([
    ["engineVersion", "5.0", "6.0"],
    ["description", "a", "A"],
    ["capacity", 0.125, 0.25],
    ["tags", { a: "1" }, { a: "2" }],
    ["productId", "redis.single.xu1.large.2-h", "redis.ha.xu1.large.r2.2-h"],
    ["availableZones", ["a"], ["a", "b"]],
  ])("%s: %p and %p", (property, before, after) => {
    expect(same(property, before, after)).toBe(false);
  });
});
