import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { lostAnswer, wordless404 } from "../../../support/answers";
import { PUT_V2, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const stored = (patch: object = {}): InstanceOutputs =>
  ({ port: 6379, ...current(patch), status: "RUNNING" }) as InstanceOutputs;
const change = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state = stored()) =>
  within(400_000, update(dcs, ID, state, declared, held(state)));

const service = (...seen: object[]) => scripted({ [READ]: seen.map((patch) => served(patch)), [PUT_V2]: [undefined] });

tellTimeOurselves();

test("A new port is waited for until the instance shows it", async () => {
  const dcs = service({}, {}, {}, { port: 6380 });
  expect(await change(dcs, current({ port: 6380 }))).toMatchObject({ port: 6380, endpoint: "192.168.10.21:6380" });
  expect(dcs.changes).toEqual([[PUT_V2, { port: 6380 }]]);
});

test("A port that is no longer declared returns to the default", async () => {
  const dcs = service({ port: 6380 }, { port: 6380 }, { port: 6379 });
  await change(dcs, current(), stored({ port: 6380 }));
  expect(dcs.changes).toEqual([[PUT_V2, { port: 6379 }]]);
});

test("A port that never shows is an error, and is not recorded", async () => {
  await expect(change(service({}), current({ port: 6380 }))).rejects.toMatchObject({
    message: expect.stringContaining("the service took the change of port, but"),
    properties: expect.objectContaining({ port: 6379 }),
  });
});

test("A window of one hour is set by version 2, because version 1.0 has none", async () => {
  const window = { maintainBegin: "18:00:00", maintainEnd: "19:00:00" };
  const dcs = service({}, { maintain_begin: "18:00:00", maintain_end: "19:00:00" });
  await change(dcs, current({ engineVersion: "7.0", ...window }), stored({ engineVersion: "7.0" }));
  expect(dcs.changes).toEqual([[PUT_V2, { maintain_begin: "18:00:00", maintain_end: "19:00:00" }]]);
});

test("Only the commands whose names differ are sent, and one that is removed gets its own name back", async () => {
  const before = { keys: "cachekeys", scan: "cachescan", hgetall: "cachehgetall" };
  const after = { keys: "listkeys", hgetall: "cachehgetall", flushall: "f-all", flushdb: "f-db1" };
  const dcs = service({});
  const outputs = await change(dcs, current({ renameCommands: after }), stored({ renameCommands: before }));
  expect(outputs).toMatchObject({ renameCommands: after });
  const sent = { keys: "listkeys", scan: "scan", flushall: "f-all", flushdb: "f-db1" };
  expect(dcs.changes).toEqual([[PUT_V2, { rename_commands: sent }]]);
});

test("Commands that are no longer declared all get their own names back", async () => {
  const dcs = service({});
  const outputs = await change(dcs, current(), stored({ renameCommands: { keys: "cachekeys", scan: "cachescan" } }));
  expect(dcs.changes).toEqual([[PUT_V2, { rename_commands: { keys: "keys", scan: "scan" } }]]);
  expect(outputs).not.toHaveProperty("renameCommands");
});

test("Renaming whose answer was lost is asked for again with the same names", async () => {
  const renameCommands = { keys: "cachekeys" };
  const dcs = scripted({ [READ]: [served()], [PUT_V2]: [lostAnswer("POST"), undefined] });
  expect(await change(dcs, current({ renameCommands }))).toMatchObject({ renameCommands });
  expect(dcs.changes).toEqual([
    [PUT_V2, { rename_commands: renameCommands }],
    [PUT_V2, { rename_commands: renameCommands }],
  ]);
});

test("The restart that renames commands is waited for", async () => {
  const dcs = service({}, { status: "RESTARTING" }, { status: "RESTARTING" }, {});
  await change(dcs, current({ renameCommands: { keys: "cachekeys" } }));
  expect(dcs.calls.slice(dcs.calls.indexOf(PUT_V2)).filter((call) => call === READ).length).toBeGreaterThan(2);
});

test.each([
  ["port", { port: 6380 }],
  ["renameCommands", { renameCommands: { keys: "cachekeys" } }],
])("A service of version 1.0 only names the alternative for %s", async (argument, patch) => {
  const dcs = scripted({ [READ]: [served()], [PUT_V2]: [wordless404()] });
  await expect(change(dcs, current(patch))).rejects.toThrow(
    new RegExp(`cannot change ${argument} in place.*replaceOnChanges: \\["${argument}"\\], which loses its data`),
  );
});
