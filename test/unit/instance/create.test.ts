import { create } from "../../../provider/instance/create";
import { PartialFailure } from "../../../provider/instance/partial-failure";
import { current, ID, served } from "./support/inputs";
import { lostAnswer, notFound, refused, scripted } from "./support/scripted";
import { within } from "./support/time";

const LIST = "GET /instances";
const POST = "POST /instances";
const READ = `GET /instances/${ID}` as const;
const DELETE = `DELETE /instances/${ID}` as const;

const none = { instances: [], instance_num: 0 };
const listed = (...all: object[]) => ({ instances: all.map((one) => served(one)), instance_num: all.length });
const ordered = { instance_id: ID, instances: [{ instance_id: ID }] };
const creating = served({ status: "CREATING" });
const failed = served({ status: "CREATEFAILED", error_code: "dcs.03.0001" });

const OPTIONS = { onNameConflict: "fail", replacing: new Set<string>() } as const;

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe("Creating a cache", () => {
  test("orders it once, waits until it serves and keeps everything the service says", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [notFound(), creating, served()] });
    const created = await within(10_000, create(dcs, current(), OPTIONS));
    expect(created).toMatchObject({
      id: ID,
      outputs: { ...current(), status: "RUNNING", endpoint: "192.168.10.21:6379", region: "eu-de" },
    });
    expect(dcs.changes).toEqual([[POST, expect.objectContaining({ product_id: "redis.ha.xu1.large.r2.2-h" })]]);
  });

  test("stops at an instance of the same name and tells which and the two ways on", async () => {
    const dcs = scripted({ [LIST]: [listed({})] });
    await expect(create(dcs, current(), OPTIONS)).rejects.toThrow(
      new RegExp(`"sessions" exists already: ${ID} \\(RUNNING, created 2024.*adoptInstanceId.*onNameConflict`),
    );
    expect(dcs.changes).toEqual([]);
  });

  test("gives the name of an instance that this run replaces to the new one", async () => {
    const old = "11111111-2222-4333-8444-555555555555";
    const dcs = scripted({ [LIST]: [listed({ instance_id: old })], [POST]: [ordered], [READ]: [served()] });
    const replacing = new Set([old]);
    expect(await within(5_000, create(dcs, current(), { ...OPTIONS, replacing }))).toMatchObject({ id: ID });
  });

  test("does not take over again what it took over once and replaces now", async () => {
    const old = "11111111-2222-4333-8444-555555555555";
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [served()] });
    const created = create(dcs, current({ adoptInstanceId: old }), { ...OPTIONS, replacing: new Set([old]) });
    expect(await within(5_000, created)).toMatchObject({ id: ID });
  });

  test("does not mind a name that merely contains its own", async () => {
    const dcs = scripted({ [LIST]: [listed({ name: "sessions-old" })], [POST]: [ordered], [READ]: [served()] });
    expect(await within(5_000, create(dcs, current(), OPTIONS))).toMatchObject({ id: ID });
  });

  test("takes over the instance of the same name when told to, and orders nothing", async () => {
    const dcs = scripted({ [LIST]: [listed({})], [READ]: [served()] });
    const created = await create(dcs, current(), { ...OPTIONS, onNameConflict: "adopt" });
    expect(created).toMatchObject({ id: ID, outputs: current() });
    expect(dcs.changes).toEqual([]);
  });

  test("takes over nothing that differs in what is fixed, and lists the differences", async () => {
    const dcs = scripted({ [READ]: [served({ capacity: 4 })] });
    const work = create(dcs, current({ adoptInstanceId: ID }), OPTIONS);
    await expect(work).rejects.toThrow(/cannot be taken over.*capacity is 4, declared is 2/);
    expect(dcs.changes).toEqual([]);
  });

  test("whose order is refused leaves nothing behind and says why", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [refused("The name is invalid.")] });
    const work = create(dcs, current(), OPTIONS);
    await expect(work).rejects.toThrow(/The name is invalid/);
    await expect(work).rejects.not.toBeInstanceOf(PartialFailure);
  });

  test("whose order's answer was lost looks for it by name and orders no second one", async () => {
    const dcs = scripted({ [LIST]: [none, none, listed({})], [POST]: [lostAnswer("POST")], [READ]: [served()] });
    expect(await within(20_000, create(dcs, current(), OPTIONS))).toMatchObject({ id: ID });
    expect(dcs.changes).toHaveLength(1);
  });

  test("whose order's answer was lost for good says that it is not known, and orders no second one", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [lostAnswer("POST")] });
    await expect(within(70_000, create(dcs, current(), OPTIONS))).rejects.toThrow(
      /not known whether.*Nothing was ordered twice/,
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("that fails tells the service's reason and removes what was left", async () => {
    const dcs = scripted({
      [LIST]: [none],
      [POST]: [ordered],
      [READ]: [creating, failed, notFound()],
      [DELETE]: [undefined],
    });
    const work = within(30_000, create(dcs, current(), OPTIONS));
    await expect(work).rejects.toThrow(
      /CREATEFAILED: its server could not be created \(dcs\.03\.0001\).*has been removed/,
    );
    await expect(work).rejects.not.toBeInstanceOf(PartialFailure);
    expect(dcs.changes.map(([call]) => call)).toEqual([POST, DELETE]);
  });

  test("that fails and cannot be removed keeps its id", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [failed], [DELETE]: [refused()] });
    await expect(within(30_000, create(dcs, current(), OPTIONS))).rejects.toMatchObject({
      id: ID,
      properties: { name: "sessions", status: "CREATEFAILED" },
      message: expect.stringMatching(/Removing what was left of it failed/),
    });
  });

  test("that takes too long keeps its id and tells the status last seen", async () => {
    const dcs = scripted({ [LIST]: [none], [POST]: [ordered], [READ]: [creating] });
    const inputs = current({ customTimeouts: { create: "1m" } });
    await expect(within(70_000, create(dcs, inputs, OPTIONS))).rejects.toMatchObject({
      id: ID,
      message: expect.stringMatching(/longer than 60 s to be created; last seen: CREATING.*id is kept/),
    });
  });
});
