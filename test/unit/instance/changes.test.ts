import { ARGUMENTS, CHANGES } from "../../../provider/instance/changes";
import { PROPERTIES } from "../../../provider/instance/schema-values";

test("Every argument preview knows has its meaning for a running cache, and no other has", () => {
  expect([...ARGUMENTS].sort()).toEqual(Object.keys(PROPERTIES).sort());
});

test("Every argument that replaces the cache says why", () => {
  const silent = ARGUMENTS.filter((name) => CHANGES[name].how === "replace" && !CHANGES[name].because);
  expect(silent).toEqual([]);
});
