import { first } from "../support/client";
import { call, pause, until, Wire } from "../support/wire";

let wire: Wire;
beforeEach(async () => {
  wire = await Wire.start();
});
afterEach(() => wire.emulator.close());

const creates = { method: "POST", path: /\/instances$/ };
const posts = () => wire.emulator.journal.filter(({ path }) => path.endsWith("/instances"));

test("A refused call loses its connection before its body is read, and the service never learns of it", async () => {
  wire.emulator.fault({ on: creates, with: { kind: "refused" } });
  await expect(wire.post()).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
  expect(posts()).toMatchObject([{ status: 0, done: false, faults: ["refused"], body: undefined }]);
  expect((await wire.post()).status).toBe(200);
});

test("A closed port refuses connections, ends those there are, and opens again at the same address", async () => {
  const fault = wire.emulator.fault({ with: { kind: "hang" } });
  const hanging = Promise.allSettled([wire.dcs("GET", "/instances")]);
  await until(() => fault.hits === 1);
  await wire.emulator.stopListening();
  expect(await hanging).toMatchObject([{ reason: { code: "ECONNRESET" } }]);
  await expect(wire.dcs("GET", "/instances")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await wire.emulator.resumeListening();
  expect(await wire.names()).toEqual([]);
});

describe.each([
  ["undone", 0],
  ["done", 1],
] as const)("With the work %s", (work, instances) => {
  test.each([
    ["reset", { code: "ECONNRESET" }],
    ["closed", { code: "ECONNRESET", message: "socket hang up" }],
    ["hang", { code: "SILENCE" }],
  ] as const)("%s leaves the caller without an answer", async (kind, error) => {
    const fault = wire.emulator.fault({ on: creates, with: { kind, work } });
    await expect(wire.post({}, 100)).rejects.toMatchObject(error);
    expect(fault.hits).toBe(1);
    expect(wire.emulator.instances()).toHaveLength(instances);
    expect(posts()).toMatchObject([{ method: "POST", status: 0, done: work === "done", faults: [kind] }]);
  });

  test("a status comes with the body asked for", async () => {
    wire.emulator.fault({ on: creates, with: { kind: "status", status: 504, work, body: "gateway" } });
    const seen = await wire.post();
    expect(seen.status).toBe(504);
    expect(JSON.parse(seen.text)).toMatchObject({ error_code: "APIGW.0201", request_id: seen.headers["x-request-id"] });
    expect(wire.emulator.instances()).toHaveLength(instances);
    expect(posts()).toMatchObject([{ status: 504, done: work === "done", faults: ["status"] }]);
  });

  test("a slow call is answered late, as ever", async () => {
    const fault = wire.emulator.fault({ on: creates, with: { kind: "slow", ms: 300, work } });
    const start = Date.now();
    const answer = wire.post();
    await until(() => fault.hits === 1 && posts()[0]?.body !== undefined);
    await pause(20);
    expect(wire.emulator.instances()).toHaveLength(instances);
    expect((await answer).status).toBe(200);
    expect(Date.now() - start).toBeGreaterThanOrEqual(299);
    expect(wire.emulator.instances()).toHaveLength(1);
  });
});

test("A caller that gives up on a slow create gets its instance all the same", async () => {
  wire.emulator.fault({ on: creates, with: { kind: "slow", ms: 300 } });
  await expect(wire.post({}, 50)).rejects.toMatchObject({ code: "SILENCE" });
  expect(wire.emulator.instances()).toHaveLength(0);
  await until(() => wire.emulator.instances().length === 1);
});

test("A dripping body arrives whole, a few bytes at a time", async () => {
  wire.emulator.fault({ with: { kind: "dripping", ms: 5, bytes: 4 } });
  const seen = await wire.dcs("GET", "/instances");
  expect(JSON.parse(seen.text)).toEqual({ instances: [], instance_num: 0 });
  expect(seen.pieces).toBeGreaterThan(4);
});

test.each([
  ["POST", "/instances", first()],
  ["DELETE", "/instances/{id}", undefined],
])("An answer to %s that is cut off ends with its connection", async (method, path, body) => {
  const id = await wire.create();
  await wire.after(id, "CREATING");
  wire.emulator.fault({ on: { method }, with: { kind: "cutOff" } });
  const seen = await wire.dcs(method, path.replace("{id}", id), body);
  expect(seen).toMatchObject({ status: 200, complete: false });
  expect(seen.text.length).toBeLessThan(Number(seen.headers["content-length"]));
  expect(wire.emulator.journal.at(-1)).toMatchObject({ method, done: true, faults: ["cutOff"] });
});

test("A fault lets calls through first, strikes as often as asked, and can be taken back", async () => {
  const status = async () => (await wire.dcs("GET", "/instances")).status;
  const one = wire.emulator.fault({ after: 1, times: 2, with: { kind: "status", status: 503 } });
  expect([await status(), await status(), await status(), await status()]).toEqual([200, 503, 503, 200]);
  expect(one.hits).toBe(2);
  const always = wire.emulator.fault({ times: Number.POSITIVE_INFINITY, with: { kind: "status", status: 500 } });
  expect([await status(), await status()]).toEqual([500, 500]);
  always.clear();
  expect(await status()).toBe(200);
  wire.emulator.fault({ with: { kind: "status", status: 500 } });
  wire.emulator.clearFaults();
  expect(await status()).toBe(200);
});

test("Faults for the same call strike in the order of their planning, and only the calls they are for", async () => {
  wire.emulator.fault({ on: { method: "get", path: "/instances$" }, with: { kind: "status", status: 429 } });
  wire.emulator.fault({ on: { path: /^\/v1\.0/ }, with: { kind: "status", status: 502 } });
  wire.emulator.fault({ on: { path: /^\/v3/g }, times: 2, with: { kind: "status", status: 503, body: "iam" } });
  const iam = () => call("GET", `${wire.emulator.env.OS_AUTH_URL}/`);
  const seen = [await iam(), await wire.post(), await wire.dcs("GET", "/instances"), await iam()];
  expect(seen.map(({ status }) => status)).toEqual([503, 502, 429, 503]);
});

test("A call is struck on the wire and in what becomes of its instance at once", async () => {
  wire.emulator.fault({ on: creates, with: { kind: "reset", work: "done" } });
  wire.emulator.fault({ with: { kind: "fails", operation: "create", errorCode: "dcs.02.0001" } });
  await expect(wire.post()).rejects.toMatchObject({ code: "ECONNRESET" });
  const [created] = wire.emulator.instances();
  expect(await wire.after(created?.id ?? "", "CREATING")).toEqual({ status: "CREATEFAILED", errorCode: "dcs.02.0001" });
  expect(posts()).toMatchObject([{ faults: ["reset", "fails"] }]);
});

test("An emulator closes while calls hang", async () => {
  const other = await Wire.start();
  const fault = other.emulator.fault({ times: 2, with: { kind: "hang" } });
  const calls = Promise.allSettled([other.dcs("GET", "/instances"), other.post()]);
  await until(() => fault.hits === 2);
  await other.emulator.close();
  expect(await calls).toMatchObject(Array(2).fill({ status: "rejected", reason: { code: "ECONNRESET" } }));
});
