import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { none, ordered } from "../../../support/answers";
import { LIST, POST, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { create, update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const GET_WHITELIST = `GET /v2/{project_id}/instance/${ID}/whitelist` as const;
const PUT_WHITELIST = `PUT /v2/{project_id}/instance/${ID}/whitelist` as const;
const READ_V2 = `GET /v2/{project_id}/instances/${ID}` as const;

const whitelist = [{ groupName: "web", ipList: ["10.1.0.0/16"] }];
const written = { enable_whitelist: true, whitelist: [{ group_name: "web", ip_list: ["10.1.0.0/16"] }] };
const empty = { enable_whitelist: false, whitelist: [] };

const stored = (patch: object = {}) => ({ ...current(patch), status: "RUNNING" }) as InstanceOutputs;
const change = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state = stored()) =>
  within(200_000, update(dcs, ID, state, declared, held(state)));

tellTimeOurselves();

test("A whitelist is written as a whole, in force, and waited for until the service shows it", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_WHITELIST]: [empty, empty, written],
    [PUT_WHITELIST]: [undefined],
  });
  expect(await change(dcs, current({ whitelist }))).toMatchObject({ whitelist });
  expect(dcs.changes).toEqual([[PUT_WHITELIST, written]]);
});

test("A whitelist that the service drops fails the update, and nothing of it is recorded", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_WHITELIST]: [empty], [PUT_WHITELIST]: [undefined] });
  await expect(change(dcs, current({ whitelist }))).rejects.toMatchObject({
    message: expect.stringMatching(
      /the service took the change of whitelist, enableWhitelist, but .* later the cache does not show it: run `pulumi up` again/,
    ),
    properties: expect.objectContaining({ whitelist: [], enableWhitelist: false }),
  });
});

test("A whitelist taken out of the program is emptied and switched off", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_WHITELIST]: [written, empty], [PUT_WHITELIST]: [undefined] });
  const outputs = await change(dcs, current(), stored({ whitelist }));
  expect(dcs.changes).toEqual([[PUT_WHITELIST, empty]]);
  expect(outputs).not.toHaveProperty("whitelist");
});

test("Switching the whitelist off keeps groups that the program never declared", async () => {
  const off = { ...written, enable_whitelist: false };
  const dcs = scripted({ [READ]: [served()], [GET_WHITELIST]: [written, written, off], [PUT_WHITELIST]: [undefined] });
  await change(dcs, current({ enableWhitelist: false }), stored({ enableWhitelist: true }));
  expect(dcs.changes).toEqual([[PUT_WHITELIST, off]]);
});

test("A cache that works on something is changed only once it rests", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [READ_V2]: [
      { status: "RUNNING", task: "BACKUPING" },
      { status: "RUNNING", task: "BACKUPING" },
      { status: "RUNNING", task: null },
    ],
    [GET_WHITELIST]: [empty, written],
    [PUT_WHITELIST]: [undefined],
  });
  await change(dcs, current({ whitelist }));
  expect(dcs.calls.indexOf(PUT_WHITELIST)).toBeGreaterThan(dcs.calls.lastIndexOf(READ_V2, 5));
  expect(dcs.calls.slice(0, dcs.calls.indexOf(PUT_WHITELIST)).filter((call) => call === READ_V2)).toHaveLength(3);
});

test("A new cache gets its whitelist as soon as it serves", async () => {
  const dcs = scripted({
    [LIST]: [none],
    [POST]: [ordered],
    [READ]: [served()],
    [GET_WHITELIST]: [empty, empty, written],
    [PUT_WHITELIST]: [undefined],
  });
  const { state } = await within(200_000, create(dcs, current({ whitelist })));
  expect(state).toMatchObject({ status: "RUNNING", whitelist });
  expect(dcs.changes.map(([call]) => call)).toEqual([POST, PUT_WHITELIST]);
});

test("A new cache without a whitelist is asked nothing about it", async () => {
  const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [served()], [GET_WHITELIST]: [empty] });
  await within(200_000, create(dcs, current()));
  expect(dcs.calls).not.toContain(GET_WHITELIST);
});

test("A new cache whose whitelist is dropped keeps its id, and the next update sets the list", async () => {
  const dcs = scripted({
    [LIST]: [none],
    [POST]: [ordered],
    [READ]: [served()],
    [GET_WHITELIST]: [empty],
    [PUT_WHITELIST]: [undefined],
  });
  await expect(within(200_000, create(dcs, current({ whitelist })))).rejects.toMatchObject({
    id: ID,
    properties: expect.objectContaining({ whitelist: [] }),
  });
});
