import { changedPaths } from "../../../plugin/resources/changed-paths";

describe("the places where a property differs", () => {
  test.each([
    ["a value", 1, 2, { port: "update" }],
    ["a value that is new", undefined, 2, { port: "add" }],
    ["a value that is taken away", 1, undefined, { port: "delete" }],
    ["an object that is new", undefined, { a: 1 }, { port: "add" }],
    ["a key", { a: 1, b: 1 }, { a: 1, c: 2 }, { "port.b": "delete", "port.c": "add" }],
    ["a key with other letters", { "cost center": 1 }, { "cost center": 2 }, { 'port["cost center"]': "update" }],
    ["an entry of a list", ["a", "b"], ["a", "c", "d"], { "port[1]": "update", "port[2]": "add" }],
    ["a list in a list of objects", [{ ips: ["a"] }], [{ ips: ["b"] }], { "port[0].ips[0]": "update" }],
    ["a list in place of an object", {}, [], { port: "update" }],
  ])("of %s are named", (_, before, after, expected) => {
    const found = changedPaths("port", before, after).map(({ path, how }) => [path, how]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test("are the property itself if both values are equal: something else makes it a change", () => {
    expect(changedPaths("port", [1], [1])).toEqual([{ path: "port", how: "update" }]);
  });
});
