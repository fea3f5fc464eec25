import { COMMANDS } from "../../../../../provider/dcs-instance/arguments/rows/access/commands";
import { current } from "../../../support/inputs";
import { validate } from "../../../support/kit";

const { judge, change, same, toCreate } = COMMANDS.renameCommands;
const declared = (renameCommands: object, patch: object = {}) => current({ renameCommands, ...patch });

test("A new name follows the service's rule", () => {
  for (const name of ["abc", "1keys", "a b c d", "", "k".repeat(65)]) {
    expect(validate(declared({ keys: name }))).toEqual([
      { property: "renameCommands.keys", reason: expect.stringContaining("a name of 4 to 64 letters") },
    ]);
  }
  expect(validate(declared({ keys: "k-_4", zscan: "Z".repeat(64) }))).toEqual([]);
});

test("Commands of proxies are renamed in mode proxy only", () => {
  const proxy = { cacheMode: "proxy", capacity: 4 };
  expect(validate(declared({ dbsize: "cachedbsize", dbstats: "cachedbstats" }, proxy))).toEqual([]);
  expect(validate(declared({ dbsize: "cachedbsize" }))).toEqual([
    { property: "renameCommands.dbsize", reason: expect.stringContaining("only in mode `proxy`") },
  ]);
});

test("Two commands cannot have one name", () => {
  expect(judge({ keys: "listall", scan: "LISTALL" })).toEqual([
    { property: "renameCommands.scan", reason: '"LISTALL" is the name of keys: choose another' },
  ]);
  expect(judge({ keys: "hgetall" })).toEqual([
    { property: "renameCommands.keys", reason: '"hgetall" is the name of hgetall: choose another' },
  ]);
  expect(judge({ keys: "keys", scan: "cachescan" })).toEqual([]);
});

test("A command's own name is no new name, and is not ordered", () => {
  expect(same({}, { renameCommands: { keys: "keys" } })).toBe(true);
  expect(same({ renameCommands: { keys: "a-keys" } }, { renameCommands: { keys: "keys" } })).toBe(false);
  expect(toCreate(declared({ keys: "keys", scan: "cachescan" }))).toEqual({ rename_commands: { scan: "cachescan" } });
  expect(toCreate(declared({ keys: "keys" }))).toEqual({ rename_commands: {} });
});

test("Preview says that a single node loses its data by it", () => {
  expect(change.effect({ cacheMode: "single" }, {})).toMatch(/all its data is lost/);
  expect(change.effect({ cacheMode: "ha" }, {})).toMatch(/data and address stay/);
});
