import type { ErrorObject } from "ajv";
import { propertyPath, toFailures } from "../../../../../provider/resource/check/failures";

const error = (keyword: string, patch: Partial<ErrorObject>): ErrorObject => ({
  keyword,
  instancePath: "/capacity",
  schemaPath: "#/properties/capacity",
  params: {},
  ...patch,
});

describe("A property path is written as in the program", () => {
  test.each([
    ["", ""],
    ["/name", "name"],
    ["/instanceBackupPolicy/periodicalBackupPlan/backupAt/2", "instanceBackupPolicy.periodicalBackupPlan.backupAt[2]"],
    ["/tags/a~1b~0c", "tags.a/b~c"],
  ])("%p becomes %p", (pointer, path) => {
    expect(propertyPath(pointer)).toBe(path);
  });
});

describe("Failures", () => {
  const wide = error("enum", { data: 3, params: { allowedValues: [1, 2, 4, 8] } });
  const narrow = error("enum", { data: 3, params: { allowedValues: [64, 128] } });
  const type = error("type", { data: "3", params: { type: "number" } });

  test("name only the shortest of several lists that one value breaks", () => {
    expect(toFailures([wide, narrow])).toEqual([
      { property: "capacity", reason: "3 is not allowed: use one of 64, 128; nearest: 64" },
    ]);
  });

  test("report a wrong type alone", () => {
    expect(toFailures([wide, type])).toEqual([
      { property: "capacity", reason: '"3" has the wrong type: a number is needed' },
    ]);
  });

  test("of one property are joined in one line", () => {
    const short = error("minLength", { instancePath: "/name", data: "", message: "must be longer" });
    const plain = error("pattern", { instancePath: "/name", data: "", message: "must match" });
    expect(toFailures([short, plain, plain])).toEqual([
      { property: "name", reason: '"" is not valid: must be longer; must match' },
    ]);
  });

  test("cut a long value short", () => {
    const long = error("maxLength", { instancePath: "/description", data: "x".repeat(2_000), message: "too long" });
    expect(toFailures([long])[0]?.reason.length).toBeLessThan(120);
  });

  test("never show a secret", () => {
    const weak = error("pattern", { instancePath: "/password", data: "hunter2", message: "must match" });
    expect(toFailures([weak], new Set(["password"]))).toEqual([
      { property: "password", reason: "the given password (not shown) is not valid: must match" },
    ]);
  });
});
