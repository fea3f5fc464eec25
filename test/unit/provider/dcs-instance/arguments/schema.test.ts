import { INSTANCE_SCHEMA } from "../../../../../provider/dcs-instance/arguments/schema";

test("The rules are plain data, so that they can be published as they are", () => {
  expect(JSON.parse(JSON.stringify(INSTANCE_SCHEMA))).toEqual(INSTANCE_SCHEMA);
});

test("Every argument that takes a pattern says in words what is allowed", () => {
  const silent = Object.entries<{ pattern?: string; remedy?: string }>(INSTANCE_SCHEMA.properties)
    .filter(([, { pattern, remedy }]) => pattern !== undefined && !remedy)
    .map(([name]) => name);
  expect(silent).toEqual([]);
});
