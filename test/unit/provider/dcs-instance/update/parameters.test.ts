import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { none, ordered } from "../../../support/answers";
import { LIST, POST, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { create, update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const GET_CONFIGS = `GET /v2/{project_id}/instances/${ID}/configs` as const;
const PUT_CONFIGS = `PUT /v2/{project_id}/instances/${ID}/configs` as const;

/** The list of the service, with these values instead of the defaults. */
const list = (values: Readonly<Record<string, string>> = {}, config_status = "SUCCESS") => ({
  config_status,
  redis_config: [
    [1, "timeout", "0", "Integer", "0-7200"],
    [2, "maxmemory-policy", "volatile-lru", "Enum", "volatile-lru,allkeys-lru,noeviction"],
    [19, "slowlog-max-len", "128", "Integer", "0-1000"],
  ].map(([param_id, param_name, default_value, value_type, value_range]) => ({
    param_id,
    param_name,
    param_value: values[String(param_name)] ?? default_value,
    default_value,
    value_type,
    value_range,
  })),
});

const change = (id: string, name: string, value: string) => ({ param_id: id, param_name: name, param_value: value });

const stored = (patch: object = {}) => ({ ...current(patch), status: "RUNNING" }) as InstanceOutputs;
const changed = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state = stored()) =>
  within(300_000, update(dcs, ID, state, declared, held(state)));

tellTimeOurselves();

test("Only parameters that differ are sent, with the numbers of the service's own list as texts", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_CONFIGS]: [list(), list(), list({ timeout: "300" })],
    [PUT_CONFIGS]: [undefined],
  });
  const parameters = { timeout: 300, "slowlog-max-len": 128 };
  expect(await changed(dcs, current({ parameters }))).toMatchObject({ parameters });
  expect(dcs.changes).toEqual([[PUT_CONFIGS, { redis_config: [change("1", "timeout", "300")] }]]);
});

test("A change counts once the service has carried it out", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_CONFIGS]: [
      list(),
      list(),
      list({ timeout: "300" }, "UPDATING"),
      list({ timeout: "300" }, "UPDATING"),
      list({ timeout: "300" }),
    ],
    [PUT_CONFIGS]: [undefined],
  });
  await changed(dcs, current({ parameters: { timeout: 300 } }));
  expect(dcs.calls.filter((call) => call === GET_CONFIGS).length).toBeGreaterThanOrEqual(5);
  expect(dcs.changes).toHaveLength(1);
});

test("A change that ends in FAILURE names the parameter and its value, and is not recorded", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_CONFIGS]: [list(), list(), list({}, "FAILURE")],
    [PUT_CONFIGS]: [undefined],
  });
  await expect(changed(dcs, current({ parameters: { timeout: 300 } }))).rejects.toMatchObject({
    message: expect.stringContaining('the service could not set timeout "300"'),
    properties: expect.not.objectContaining({ parameters: { timeout: 300 } }),
  });
});

test("A change that the service drops without a word is an error", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_CONFIGS]: [list()], [PUT_CONFIGS]: [undefined] });
  await expect(changed(dcs, current({ parameters: { timeout: 300 } }))).rejects.toThrow(
    'the service took the change of timeout "300", but the cache does not show it: run `pulumi up` again',
  );
});

test("A parameter taken out returns to its default, and one that was never declared is left alone", async () => {
  const before = { timeout: "300", "slowlog-max-len": "64", "maxmemory-policy": "noeviction" };
  const dcs = scripted({
    [READ]: [served()],
    [GET_CONFIGS]: [list(before), list(before), list({ ...before, timeout: "0" })],
    [PUT_CONFIGS]: [undefined],
  });
  const state = stored({ parameters: { timeout: 300, "slowlog-max-len": 64 } });
  const outputs = await changed(dcs, current({ parameters: { "slowlog-max-len": 64 } }), state);
  expect(dcs.changes).toEqual([[PUT_CONFIGS, { redis_config: [change("1", "timeout", "0")] }]]);
  expect(outputs.parameters).toEqual({ "slowlog-max-len": 64 });
});

test("All that was declared returns to its default when the argument is removed", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_CONFIGS]: [list({ timeout: "300" }), list({ timeout: "300" }), list()],
    [PUT_CONFIGS]: [undefined],
  });
  const outputs = await changed(dcs, current(), stored({ parameters: { timeout: 300 } }));
  expect(dcs.changes).toEqual([[PUT_CONFIGS, { redis_config: [change("1", "timeout", "0")] }]]);
  expect(outputs).not.toHaveProperty("parameters");
});

test("What an interrupted update has set already is not set again", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_CONFIGS]: [list({ timeout: "300" })] });
  await changed(dcs, current({ parameters: { timeout: 300 } }));
  expect(dcs.changes).toEqual([]);
});

test("A value that the list of the instance does not allow is refused before anything is sent", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_CONFIGS]: [list()] });
  await expect(changed(dcs, current({ parameters: { "slowlog-max-len": 2000 } }))).rejects.toThrow(
    'parameters["slowlog-max-len"]: 2000 is not allowed: use a whole number from 0 to 1000',
  );
  expect(dcs.changes).toEqual([]);
});

test("A new cache gets its parameters as soon as it serves", async () => {
  const dcs = scripted({
    [LIST]: [none],
    [POST]: [ordered],
    [READ]: [served()],
    [GET_CONFIGS]: [list(), list(), list(), list({ timeout: "300" })],
    [PUT_CONFIGS]: [undefined],
  });
  const { state } = await within(300_000, create(dcs, current({ parameters: { timeout: 300 } })));
  expect(state).toMatchObject({ parameters: { timeout: 300 } });
  expect(dcs.changes.map(([call]) => call)).toEqual([POST, PUT_CONFIGS]);
});
