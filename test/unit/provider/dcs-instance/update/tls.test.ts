import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import { none, ordered } from "../../../support/answers";
import { LIST, POST, READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { create, update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const GET_SSL = `GET /v2/{project_id}/instances/${ID}/ssl` as const;
const PUT_SSL = `PUT /v2/{project_id}/instances/${ID}/ssl` as const;
const READ_V2 = `GET /v2/{project_id}/instances/${ID}` as const;
const JOB = "GET /v2/{project_id}/jobs/7e57" as const;

const on = { enabled: true };
const off = { enabled: false };
const accepted = { job_id: "7e57", instance_id: ID };
const job = (status: string, reason: string | null = null) => ({ job_id: "7e57", status, fail_reason: reason });

const refused = (number: number) =>
  new ApiError({
    kind: "http",
    method: "PUT",
    path: "/",
    purpose: "switch TLS on",
    status: 400,
    code: `DCS.${number}`,
    explained: { number, forms: [`DCS.${number}`], meaning: "the instance is recovering", remedy: "wait" },
    notExecuted: true,
  });

const stored = (patch: object = {}) => ({ ...current(patch), status: "RUNNING" }) as InstanceOutputs;
const change = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state = stored()) =>
  within(400_000, update(dcs, ID, state, declared, held(state)));

tellTimeOurselves();

test.each([
  ["as the reference spells it", accepted],
  ["as the service spells it", { jobId: "7e57", instanceId: ID, result: null }],
])("TLS is switched on and its job is waited for, the job's id %s", async (_, answer) => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_SSL]: [undefined, on],
    [PUT_SSL]: [answer],
    [JOB]: [job("INIT"), job("RUNNING"), job("SUCCESS")],
  });
  expect(await change(dcs, current({ enableSsl: true }))).toMatchObject({ enableSsl: true });
  expect(dcs.changes).toEqual([[PUT_SSL, { enabled: true }]]);
  expect(dcs.calls.filter((call) => call === JOB)).toHaveLength(3);
});

test("The restart that switches TLS on is waited for", async () => {
  const dcs = scripted({
    [READ]: [served(), served({ status: "RESTARTING" }), served({ status: "RESTARTING" }), served()],
    [GET_SSL]: [off, on],
    [PUT_SSL]: [accepted],
    [JOB]: [job("SUCCESS")],
  });
  expect(await change(dcs, current({ enableSsl: true }))).toMatchObject({ enableSsl: true, status: "RUNNING" });
});

test.each<[string, object | undefined]>([
  ["without a job", { instance_id: ID }],
  ["without an answer", undefined],
])("A service %s is read until TLS is as declared", async (_, answer) => {
  const dcs = scripted({ [READ]: [served()], [GET_SSL]: [off, off, off, on], [PUT_SSL]: [answer] });
  expect(await change(dcs, current({ enableSsl: true }))).toMatchObject({ enableSsl: true });
  expect(dcs.changes).toHaveLength(1);
});

test("TLS that is as declared already is not switched again, as that would restart the cache", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_SSL]: [on] });
  expect(await change(dcs, current({ enableSsl: true }))).toMatchObject({ enableSsl: true });
  expect(dcs.changes).toEqual([]);
});

test.each([
  ["no information", undefined],
  ["false", off],
])("An answer of %s means that TLS is off", async (_, answer) => {
  const dcs = scripted({ [READ]: [served()], [GET_SSL]: [answer] });
  expect(await change(dcs, current({ enableSsl: false }), stored({ enableSsl: true }))).toMatchObject({
    enableSsl: false,
  });
  expect(dcs.changes).toEqual([]);
});

test("TLS taken out of the program is switched off", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_SSL]: [on, off],
    [PUT_SSL]: [accepted],
    [JOB]: [job("SUCCESS")],
  });
  await change(dcs, current(), stored({ enableSsl: true }));
  expect(dcs.changes).toEqual([[PUT_SSL, { enabled: false }]]);
});

test("A job that fails is an error that says what to do, and nothing of it is recorded", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [GET_SSL]: [off],
    [PUT_SSL]: [accepted],
    [JOB]: [job("RUNNING"), job("FAIL", "dcs.03.0001")],
  });
  await expect(change(dcs, current({ enableSsl: true }), stored({ enableSsl: false }))).rejects.toMatchObject({
    message: expect.stringContaining(
      "enableSsl: the service failed to switch TLS on (dcs.03.0001): run `pulumi up` again; if it fails again, give the job 7e57 to the service desk",
    ),
    properties: expect.objectContaining({ enableSsl: false }),
  });
});

test("A cache that the service says has no TLS is not asked to switch it", async () => {
  const dcs = scripted({
    [READ]: [served()],
    [READ_V2]: [{ status: "RUNNING", task: null, features: { support_ssl: false } }],
    [GET_SSL]: [undefined],
  });
  await expect(change(dcs, current({ enableSsl: true }))).rejects.toThrow(
    "enableSsl: this cache has no TLS (the service says so), so it cannot be switched on: remove enableSsl",
  );
  expect(dcs.changes).toEqual([]);
});

test("A new cache gets TLS once it serves, and a cluster that still recovers is asked again", async () => {
  const dcs = scripted({
    [LIST]: [none],
    [POST]: [ordered],
    [READ]: [served()],
    [GET_SSL]: [undefined, undefined, undefined, on],
    [PUT_SSL]: [refused(4104), accepted],
    [JOB]: [job("SUCCESS")],
  });
  const { state } = await within(400_000, create(dcs, current({ enableSsl: true })));
  expect(state).toMatchObject({ status: "RUNNING", enableSsl: true });
  expect(dcs.changes.map(([call]) => call)).toEqual([POST, PUT_SSL, PUT_SSL]);
  expect(dcs.changes[0]?.[1]).not.toHaveProperty("enable_ssl");
});

test("A new cache whose job fails keeps its id, and the next update switches TLS on", async () => {
  const dcs = scripted({
    [LIST]: [none],
    [POST]: [ordered],
    [READ]: [served()],
    [GET_SSL]: [undefined],
    [PUT_SSL]: [accepted],
    [JOB]: [job("FAIL")],
  });
  await expect(within(400_000, create(dcs, current({ enableSsl: true })))).rejects.toMatchObject({
    id: ID,
    properties: expect.not.objectContaining({ enableSsl: true }),
  });
});

test("TLS that the program never declared is neither read nor switched", async () => {
  const dcs = scripted({ [READ]: [served()], [GET_SSL]: [on] });
  await change(dcs, current());
  expect(dcs.calls).not.toContain(GET_SSL);
  expect(dcs.changes).toEqual([]);
});
