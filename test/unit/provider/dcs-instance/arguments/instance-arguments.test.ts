import {
  ARGUMENT_NAMES,
  INSTANCE_ARGUMENTS,
} from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { dcsInstance } from "../../../../../provider/dcs-instance/resource";

test("The schema and the table have the same arguments", () => {
  const meanings = [...Object.keys(dcsInstance.steps), "replace", "record", "ignore"];
  const meaningful = ARGUMENT_NAMES.filter((name) => meanings.includes(INSTANCE_ARGUMENTS[name].change.how));
  expect(meaningful.sort()).toEqual(Object.keys(dcsInstance.schema.properties).sort());
});

test("Every argument that replaces the cache says why", () => {
  const silent = ARGUMENT_NAMES.filter((name) => {
    const { change } = INSTANCE_ARGUMENTS[name];
    return change.how === "replace" && !change.because;
  });
  expect(silent).toEqual([]);
});
