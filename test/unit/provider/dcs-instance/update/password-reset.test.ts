import type { Instance } from "../../../../../provider/dcs-instance/api/types";
import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import { coded, lostAnswer, wordless404 } from "../../../support/answers";
import { PASSWORD, READ, RESET } from "../../../support/calls";
import { current, ID, served, without } from "../../../support/inputs";
import { update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const NEW_PASSWORD = "Green_Kettle8";
const done = { code: "1", message: "success", retry_times_left: "5", lock_time: "0", lock_time_left: "0" };
const wrong = { result: "passwordFailed", retry_times_left: "4" };
const open = without(current({ noPasswordAccess: true }), "password");

const stored = (inputs: object): InstanceOutputs => ({ ...inputs, status: "RUNNING" }) as InstanceOutputs;
const change = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state: InstanceOutputs) =>
  within(400_000, update(dcs, ID, state, declared, held(state)));

const free = served({ no_password_access: "true" });
const service = (reset: ReadonlyArray<object | undefined | Error>, ...seen: Instance[]) =>
  scripted({ [READ]: seen.length > 0 ? seen : [served()], [PASSWORD]: [wrong], [RESET]: reset });

tellTimeOurselves();

test("A password that was changed elsewhere is reset to the declared one, after one try with the old one", async () => {
  const dcs = service([done]);
  const outputs = await change(dcs, current({ password: NEW_PASSWORD }), stored(current()));
  expect(outputs).toMatchObject({ password: NEW_PASSWORD });
  expect(dcs.changes.map(([call]) => call)).toEqual([PASSWORD, RESET]);
  expect(dcs.changes[1]?.[1]).toEqual({ new_password: NEW_PASSWORD });
});

test("A password that Pulumi does not know is reset without a try", async () => {
  const dcs = service([done]);
  await change(dcs, current({ noPasswordAccess: false }), stored({ ...open, noPasswordAccess: false }));
  expect(dcs.changes).toEqual([[RESET, { new_password: current().password }]]);
});

test("A cache without a password gets one in place", async () => {
  const dcs = service([done], free, free, served());
  const outputs = await change(dcs, current(), stored(open));
  expect(outputs).toMatchObject({ password: current().password, noPasswordAccess: false });
  expect(dcs.changes).toEqual([[RESET, { new_password: current().password }]]);
});

test("A password is taken away in place", async () => {
  const dcs = service([done], served(), served(), free);
  const outputs = await change(dcs, open, stored(current()));
  expect(outputs).toMatchObject({ noPasswordAccess: true });
  expect(outputs).not.toHaveProperty("password");
  expect(dcs.changes).toEqual([[RESET, { no_password_access: true }]]);
});

test("A password that somebody took away is set again without the old one", async () => {
  const dcs = service([done], free, free, served());
  await change(dcs, current(), stored(current({ noPasswordAccess: true })));
  expect(dcs.changes).toEqual([[RESET, { new_password: current().password }]]);
});

test("A reset whose answer was lost is made again", async () => {
  const dcs = service([lostAnswer("POST"), done], free, free, free, free, served());
  await change(dcs, current(), stored(open));
  expect(dcs.changes).toHaveLength(2);
});

test("The old password of a 3.0 cache is needed: none is reset", async () => {
  const of3 = { engine_version: "3.0", resource_spec_code: "dcs.master_standby", product_id: "OTC_DCS_MS" };
  const inputs = current({ engineVersion: "3.0" });
  const dcs = service([done], served(of3));
  await expect(change(dcs, { ...inputs, password: NEW_PASSWORD }, stored(inputs))).rejects.toThrow(
    /changed outside of Pulumi; 4 tries/,
  );
  expect(dcs.calls).not.toContain(RESET);
});

const unsupported = new ApiError({
  kind: "http",
  method: "POST",
  path: "/reset",
  purpose: "reset the password",
  status: 400,
  ...coded("DCS.4839", 400),
  notExecuted: true,
});

test.each<[string, object, RegExp]>([
  ["is locked", { code: "3", message: "instance is locked", lock_time_left: "4" }, /takes no new one for 4 minutes/],
  ["fails", { code: "2", message: "no node answers" }, /answered code 2 \(no node answers\)/],
  ["gives no code", {}, /answered code none/],
  ["has no such call", wordless404(), /cannot set a password without the old one.*replaceOnChanges/],
  ["cannot reset it", unsupported, /cannot set a password without the old one/],
])("A reset on a service that %s is an error, and is not recorded", async (_, answer, message) => {
  const failure = await change(service([answer], free), current(), stored(open)).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    message: expect.stringMatching(message),
    properties: expect.objectContaining({ noPasswordAccess: true }),
  });
  expect((failure as Error).message).not.toMatch(/Kettle/);
  expect(failure).not.toHaveProperty("properties.password");
});
