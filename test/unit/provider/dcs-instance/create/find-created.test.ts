import { listed, lostAnswer, none, notFound } from "../../../support/answers";
import { LIST, POST, READ, READ_OTHER } from "../../../support/calls";
import { current, ID, OTHER, served } from "../../../support/inputs";
import { create } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const html502 = lostAnswer("POST", { kind: "http", status: 502, serviceMessage: "an HTML page" });

tellTimeOurselves();

describe("An order without a trustworthy answer", () => {
  test.each([
    ["a lost connection", lostAnswer("POST")],
    ["a time-out", lostAnswer("POST", { kind: "timeout" })],
    ["a gateway's page", html502],
    ["an answer that is no JSON", lostAnswer("POST", { kind: "malformed", status: 200 })],
    ["a success without an id", {}],
    ["a success with an id that is none", { instance_id: 7 }],
    ["an empty success", undefined],
  ])("(%s) is looked for by name and goes on with what it made", async (_what, answer) => {
    const dcs = scripted({ [LIST]: [none, none, none, listed({})], [POST]: [answer], [READ]: [served()] });
    expect(await within(20_000, create(dcs, current()))).toMatchObject({ id: ID });
    expect(dcs.changes).toHaveLength(1);
  });

  test("is found by the id in the rest of a cut answer, even while the list lags behind", async () => {
    const cut = lostAnswer("POST", {
      kind: "malformed",
      status: 200,
      answer: `{"instance_id":"${ID}","instances":[{"instance_id":"${ID}`,
    });
    const dcs = scripted({
      [LIST]: [none],
      [POST]: [cut],
      [READ]: [notFound(), served({ status: "CREATING" }), served()],
    });
    expect(await within(20_000, create(dcs, current()))).toMatchObject({ id: ID });
  });

  test("is found while the answer for a new instance is incomplete", async () => {
    const fresh = served({ status: "CREATING", description: null, instance_backup_policy: null, maintain_begin: null });
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [lostAnswer("POST")], [READ]: [fresh, served()] });
    expect(await within(20_000, create(dcs, current({ description: "ours" })))).toMatchObject({ id: ID });
  });

  test("is looked for although looking fails for a while", async () => {
    const list = [none, lostAnswer("GET"), lostAnswer("GET"), listed({})];
    const dcs = scripted({ [LIST]: list, [POST]: [lostAnswer("POST")], [READ]: [served()] });
    expect(await within(20_000, create(dcs, current()))).toMatchObject({ id: ID });
  });

  test("says that its result is unknown, what the next up does, and what to do", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [html502] });
    const work = within(70_000, create(dcs, current()));
    await expect(work).rejects.toThrow(/an HTML page.*not known whether.*no instance named "sessions" appeared within/);
    await expect(work).rejects.toThrow(
      /Nothing was ordered twice\. Run `pulumi up` again, which looks for the instance first\. If it exists by then, the run stops and shows its id, and `onNameConflict: "adopt"` \(`pulumi config set otc:onNameConflict adopt`\) takes it over; otherwise it is created$/,
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("is looked for no longer than the create may take", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [lostAnswer("POST")] });
    const work = within(4_000, create(dcs, current({ customTimeouts: { create: "3s" } })));
    await expect(work).rejects.toThrow(/not known whether/);
  });

  test("says that looking for it failed as well", async () => {
    const dcs = scripted({ [LIST]: [none, lostAnswer("GET")], [POST]: [lostAnswer("POST")] });
    await expect(within(70_000, create(dcs, current()))).rejects.toThrow(
      /looking for an instance named "sessions" failed too \(cannot test the provider/,
    );
  });

  test("leaves an instance alone that appeared meanwhile but is not as ordered", async () => {
    const dcs = scripted({
      [LIST]: [none, listed({})],
      [POST]: [lostAnswer("POST")],
      [READ]: [served({ vpc_id: "another" })],
    });
    await expect(within(70_000, create(dcs, current()))).rejects.toThrow(
      new RegExp(`appeared: ${ID}.*not as ordered: vpcId is "another".*somebody else's, so it is left alone`),
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("leaves an instance alone that is older than the order by the service's own clock", async () => {
    const failure = lostAnswer("POST", { kind: "http", status: 504, serverTime: Date.parse("2030-01-01T00:00:00Z") });
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [failure], [READ]: [served()] });
    await expect(within(70_000, create(dcs, current()))).rejects.toThrow(/it is older than the order/);
  });

  test("recognises its own instance by the service's clock, even if the local clock is wrong", async () => {
    const failure = lostAnswer("POST", { kind: "http", status: 504, serverTime: Date.parse("2024-01-15T08:30:02Z") });
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [failure], [READ]: [served()] });
    expect(await within(20_000, create(dcs, current()))).toMatchObject({ id: ID });
  });

  test("finds its own beside somebody else's that appeared at the same time", async () => {
    const dcs = scripted({
      [LIST]: [none, listed({ instance_id: OTHER }, {})],
      [POST]: [lostAnswer("POST")],
      [READ]: [served()],
      [READ_OTHER]: [served({ instance_id: OTHER, engine_version: "5.0" })],
    });
    expect(await within(20_000, create(dcs, current()))).toMatchObject({ id: ID });
  });

  test("touches neither of two instances that could be its own", async () => {
    const dcs = scripted({
      [LIST]: [none, listed({ instance_id: OTHER }, {})],
      [POST]: [lostAnswer("POST")],
      [READ]: [served()],
      [READ_OTHER]: [served({ instance_id: OTHER })],
    });
    await expect(within(20_000, create(dcs, current()))).rejects.toThrow(new RegExp(`${OTHER}.*${ID}`));
    expect(dcs.changes).toHaveLength(1);
  });

  test("that ended in a failed create reports the service's reason and removes it", async () => {
    const wreck = { status: "CREATEFAILED", error_code: "dcs.02.0004" };
    const dcs = scripted({
      [LIST]: [none, listed(wreck)],
      [POST]: [html502],
      [READ]: [served(wreck), served(wreck), notFound()],
      [`DELETE /instances/${ID}`]: [undefined],
    });
    await expect(within(30_000, create(dcs, current()))).rejects.toThrow(
      /the subnet could not be prepared \(dcs\.02\.0004\).*has been removed/,
    );
  });
});
