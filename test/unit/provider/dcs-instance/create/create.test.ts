import { ApiError } from "../../../../../provider/http/errors/api-error";
import { PartialFailure } from "../../../../../provider/resource/state/partial-failure";
import { coded, listed, none, notFound, ordered, refused } from "../../../support/answers";
import { DELETE, LIST, POST, READ, READ_OTHER } from "../../../support/calls";
import { current, ID, OTHER, served } from "../../../support/inputs";
import { create } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const creating = served({ status: "CREATING" });
const failed = served({ status: "CREATEFAILED", error_code: "dcs.03.0001" });

tellTimeOurselves();

describe("Creating a cache", () => {
  test("orders it once, waits until it serves and keeps everything the service says", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [notFound(), creating, served()] });
    const created = await within(10_000, create(dcs, current()));
    expect(created).toMatchObject({
      id: ID,
      state: { ...current(), status: "RUNNING", endpoint: "192.168.10.21:6379", region: "eu-de" },
    });
    expect(dcs.changes).toEqual([[POST, expect.objectContaining({ product_id: "redis.ha.xu1.large.r2.2-h" })]]);
  });

  test("stops at an instance of the same name and names it and what to do", async () => {
    const dcs = scripted({ [LIST]: [listed({})] });
    await expect(within(1_000, create(dcs, current()))).rejects.toThrow(
      new RegExp(`"sessions" exists already: ${ID} \\(RUNNING, created 2024.*adoptInstanceId.*onNameConflict`),
    );
    expect(dcs.changes).toEqual([]);
  });

  test("gives the name of an instance that this run replaces to the new one", async () => {
    const dcs = scripted({ [LIST]: [listed({ instance_id: OTHER })], [POST]: [ordered], [READ]: [served()] });
    expect(await within(5_000, create(dcs, current(), { replacing: [OTHER] }))).toMatchObject({ id: ID });
  });

  test("does not take over again what it took over once and replaces now", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [served()] });
    const created = create(dcs, current({ adoptInstanceId: OTHER }), { replacing: [OTHER] });
    expect(await within(5_000, created)).toMatchObject({ id: ID });
  });

  test("waits for an instance of the same name that is being deleted, then orders its own", async () => {
    const leaving = { instance_id: OTHER, status: "DELETING" };
    const dcs = scripted({
      [LIST]: [listed(leaving), none],
      [READ_OTHER]: [served(leaving), served(leaving), notFound()],
      [POST]: [ordered],
      [READ]: [served()],
    });
    expect(await within(10_000, create(dcs, current()))).toMatchObject({ id: ID });
    expect(dcs.changes.map(([call]) => call)).toEqual([POST]);
  });

  test("does not mind a name that merely contains its own", async () => {
    const dcs = scripted({ [LIST]: [listed({ name: "sessions-old" })], [POST]: [ordered], [READ]: [served()] });
    expect(await within(5_000, create(dcs, current()))).toMatchObject({ id: ID });
  });

  test("takes over the instance of the same name under adopt, and orders nothing", async () => {
    const dcs = scripted({ [LIST]: [listed({})], [READ]: [served()] });
    const created = await within(1_000, create(dcs, current(), { onNameConflict: "adopt" }));
    expect(created).toMatchObject({ id: ID, state: current() });
    expect(dcs.changes).toEqual([]);
  });

  test("takes over nothing that differs in what is fixed, and lists the differences", async () => {
    const dcs = scripted({ [READ]: [served({ subnet_id: OTHER })] });
    const work = create(dcs, current({ adoptInstanceId: ID }));
    await expect(work).rejects.toThrow(/cannot be taken over.*subnetId is "11111111/);
    expect(dcs.changes).toEqual([]);
  });

  test("whose order is refused leaves nothing behind and says why", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [refused("The name is invalid.")] });
    const work = within(1_000, create(dcs, current()));
    await expect(work).rejects.toThrow(/The name is invalid/);
    await expect(work).rejects.not.toBeInstanceOf(PartialFailure);
  });

  test("refuses a second resource of the same name while the first one is being created", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [served()] });
    const first = create(dcs, current());
    await expect(create(dcs, current())).rejects.toThrow(/two resources of this program want a cache named "sessions"/);
    expect(await within(5_000, first)).toMatchObject({ id: ID });
    expect(dcs.changes).toHaveLength(1);
  });

  test("does not take over what another resource of the same run has just created", async () => {
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [ordered], [READ]: [served()] });
    await within(5_000, create(dcs, current()));
    await expect(within(5_000, create(dcs, current(), { onNameConflict: "adopt" }))).rejects.toThrow(
      new RegExp(`cache "sessions" \\(${ID}\\) belongs to another resource of this program`),
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("under adopt removes an equal failed create and creates the cache anew", async () => {
    const dcs = scripted({
      [LIST]: [listed({ instance_id: OTHER, status: "CREATEFAILED" })],
      [READ_OTHER]: [served({ instance_id: OTHER, status: "CREATEFAILED" }), notFound()],
      [`DELETE /instances/${OTHER}`]: [undefined],
      [POST]: [ordered],
      [READ]: [served()],
    });
    const created = await within(10_000, create(dcs, current(), { onNameConflict: "adopt" }));
    expect(created).toMatchObject({ id: ID });
    expect(dcs.changes.map(([call]) => call)).toEqual([`DELETE /instances/${OTHER}`, POST]);
  });

  test("under adopt does not touch a failed create that differs", async () => {
    const dcs = scripted({
      [LIST]: [listed({ status: "CREATEFAILED", vpc_id: "another" })],
      [READ]: [served({ status: "CREATEFAILED", vpc_id: "another" })],
    });
    await expect(within(5_000, create(dcs, current(), { onNameConflict: "adopt" }))).rejects.toThrow(
      /cannot be taken over.*vpcId is "another"/,
    );
    expect(dcs.changes).toEqual([]);
  });

  test("names the instance of the same name that the list did not show", async () => {
    const taken = new ApiError({
      kind: "http",
      method: "POST",
      path: "/instances",
      purpose: "create the cache",
      status: 400,
      ...coded("111400060", 400),
      notExecuted: true,
    });
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [taken] });
    await expect(within(5_000, create(dcs, current()))).rejects.toThrow(`exists already: ${ID}`);
    expect(dcs.changes).toHaveLength(1);
  });

  test("orders nothing while the list of instances cannot be read", async () => {
    const dcs = scripted({ [LIST]: [{}] });
    await expect(within(5_000, create(dcs, current()))).rejects.toThrow(/no list of instances/);
    expect(dcs.changes).toEqual([]);
  });

  test("of an unknown instance to adopt says what to set", async () => {
    const dcs = scripted({ [READ]: [notFound()] });
    await expect(within(1_000, create(dcs, current({ adoptInstanceId: ID })))).rejects.toThrow(
      /cannot take over the instance.*set adoptInstanceId to the id of an instance in this project/,
    );
  });

  test("that fails gives the service's reason and removes what was left", async () => {
    const dcs = scripted({
      [LIST]: [none],
      [POST]: [ordered],
      [READ]: [creating, failed, notFound()],
      [DELETE]: [undefined],
    });
    const work = within(30_000, create(dcs, current()));
    await expect(work).rejects.toThrow(
      /CREATEFAILED: its server could not be created \(dcs\.03\.0001\).*has been removed/,
    );
    await expect(work).rejects.not.toBeInstanceOf(PartialFailure);
    expect(dcs.changes.map(([call]) => call)).toEqual([POST, DELETE]);
  });

  test("that fails and cannot be removed keeps its id", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [failed], [DELETE]: [refused()] });
    await expect(within(30_000, create(dcs, current()))).rejects.toMatchObject({
      id: ID,
      properties: { name: "sessions", status: "CREATEFAILED" },
      message: expect.stringMatching(/Removing what was left of it failed/),
    });
  });

  test("that vanishes while it is created leaves nothing behind", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [creating, notFound()] });
    const work = within(60_000, create(dcs, current()));
    await expect(work).rejects.toThrow(/was deleted while it was created.*run `pulumi up` again/);
    await expect(work).rejects.not.toBeInstanceOf(PartialFailure);
  });

  test("that cannot be read by its id but is in the list keeps its id", async () => {
    const dcs = scripted({ [LIST]: [none, listed({})], [POST]: [ordered], [READ]: [creating, notFound()] });
    await expect(within(60_000, create(dcs, current()))).rejects.toMatchObject({ id: ID });
  });

  test("that takes too long keeps its id and names the status last seen", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [creating] });
    const inputs = current({ customTimeouts: { create: "1m" } });
    await expect(within(70_000, create(dcs, inputs))).rejects.toMatchObject({
      id: ID,
      message: expect.stringMatching(/still creating after 60 s \(the time limit\); status CREATING\. Its id is kept/),
    });
  });
});
