import { current } from "../support/client";
import { pause, until, Wire } from "../support/wire";

let wire: Wire;
beforeEach(async () => {
  wire = await Wire.start();
});
afterEach(() => wire.emulator.close());

const running = async (patch: object = {}) => {
  const id = await wire.create(patch);
  await wire.after(id, "CREATING");
  return id;
};
const statusOf = (id: string) => wire.emulator.instances().find((instance) => instance.id === id)?.status;

test("A create can end CREATEFAILED or ERROR with a chosen reason, and somebody pays for the wreck", async () => {
  wire.emulator.fault({ with: { kind: "fails", operation: "create", errorCode: "dcs.02.0005" } });
  wire.emulator.fault({ with: { kind: "fails", operation: "create", status: "ERROR" } });
  const [failed, broken] = [await wire.create(), await wire.create({ name: "other-cache" })];
  expect(await wire.after(failed, "CREATING")).toEqual({ status: "CREATEFAILED", errorCode: "dcs.02.0005" });
  expect(await wire.after(broken, "CREATING")).toEqual({ status: "ERROR", errorCode: "dcs.03.0001" });
  expect(await running({ name: "third-cache" })).toBeTruthy();
  expect(wire.emulator.instances().map(({ status }) => status)).toEqual(["CREATEFAILED", "ERROR", "RUNNING"]);
});

test("A create that the service refuses uses up no failure", async () => {
  const fault = wire.emulator.fault({ with: { kind: "fails", operation: "create" } });
  expect((await wire.post({ capacity: 3 })).status).toBe(400);
  expect(fault.hits).toBe(0);
  expect(await wire.after(await wire.create(), "CREATING")).toMatchObject({ status: "CREATEFAILED" });
});

test("What becomes of an instance can be narrowed to a project, and never strikes another operation", async () => {
  const id = await running();
  wire.emulator.fault({
    on: { project: "10ca210ca210ca210ca210ca210ca210" },
    with: { kind: "fails", operation: "create" },
  });
  const fault = wire.emulator.fault({ on: { path: /./ }, with: { kind: "fails", operation: "create" } });
  await wire.dcs("DELETE", `/instances/${id}`);
  expect(fault.hits).toBe(0);
  expect(await wire.after(await wire.create(), "CREATING")).toMatchObject({ status: "CREATEFAILED" });
  expect(fault.hits).toBe(1);
});

test("An instance can stay CREATING for a time, or for ever", async () => {
  wire.emulator.fault({ with: { kind: "stuck", operation: "create", ms: 400 } });
  wire.emulator.fault({ with: { kind: "stuck", operation: "create" } });
  const [late, never] = [await wire.create(), await wire.create()];
  await pause(100);
  expect([statusOf(late), statusOf(never)]).toEqual(["CREATING", "CREATING"]);
  expect(await wire.after(late, "CREATING")).toMatchObject({ status: "RUNNING" });
  expect(statusOf(never)).toBe("CREATING");
});

test("An instance can be stuck EXTENDING, or end its extension in ERROR", async () => {
  const [stuck, broken] = [await running(), await running()];
  wire.emulator.fault({ with: { kind: "stuck", operation: "extend" } });
  wire.emulator.fault({ with: { kind: "fails", operation: "extend" } });
  const larger = { new_capacity: 4, spec_code: "redis.ha.xu1.large.r2.4" };
  for (const id of [stuck, broken]) {
    expect((await wire.dcs("POST", `/instances/${id}/extend`, larger)).status).toBe(204);
  }
  expect(await wire.after(broken, "EXTENDING")).toMatchObject({ status: "ERROR" });
  expect(statusOf(stuck)).toBe("EXTENDING");
  expect(wire.emulator.instances().map(({ capacity }) => capacity)).toEqual([2, 2]);
});

test("An instance can be stuck DELETING, or end its deletion in ERROR", async () => {
  const [stuck, broken, gone] = [await running(), await running(), await running()];
  wire.emulator.fault({ with: { kind: "stuck", operation: "delete" } });
  wire.emulator.fault({ with: { kind: "fails", operation: "delete" } });
  for (const id of [stuck, broken, gone]) expect((await wire.dcs("DELETE", `/instances/${id}`)).status).toBe(204);
  expect(await wire.after(broken, "DELETING")).toMatchObject({ status: "ERROR" });
  expect(await wire.after(gone, "DELETING")).toMatchObject({ status: 404 });
  expect(statusOf(stuck)).toBe("DELETING");
});

test("A restart can end in ERROR", async () => {
  const id = await running();
  wire.emulator.fault({ with: { kind: "fails", operation: "restart", errorCode: "dcs.04.0003" } });
  await wire.dcs("PUT", "/instances/status", { action: "restart", instances: [id] });
  expect(await wire.after(id, "RESTARTING")).toEqual({ status: "ERROR", errorCode: "dcs.04.0003" });
});

test("Lists can lag behind a create by a number of lists, of v1.0 and v2 alike", async () => {
  wire.emulator.fault({ with: { kind: "listLag", lists: 2 } });
  const id = await wire.create({ name: "lagging" });
  await wire.create({ name: "prompt" });
  expect(await wire.names()).toEqual(["prompt"]);
  expect(JSON.parse((await wire.v2("GET", "/instances")).text)).toMatchObject({ instance_num: 1 });
  expect((await wire.dcs("GET", `/instances/${id}`)).status).toBe(200);
  expect(await wire.names()).toEqual(["lagging", "prompt"]);
});

test("Lists can lag by a time, and reading the instance alone too; what is paid for shows at once", async () => {
  wire.emulator.fault({ with: { kind: "listLag", ms: 600, reads: true } });
  const id = await wire.create({ name: "lagging" });
  expect(await wire.names()).toEqual([]);
  expect((await wire.dcs("GET", `/instances/${id}`)).status).toBe(404);
  expect(wire.emulator.instances()).toMatchObject([{ id, owner: "caller" }]);
  await pause(620);
  expect(await wire.names()).toEqual(["lagging"]);
  expect((await wire.dcs("GET", `/instances/${id}`)).status).toBe(200);
});

test("An instance that lists and reads do not show yet can be deleted", async () => {
  wire.emulator.fault({ with: { kind: "listLag", reads: true } });
  const id = await wire.create();
  await until(() => statusOf(id) === "RUNNING");
  expect(await wire.names()).toEqual([]);
  expect((await wire.dcs("DELETE", `/instances/${id}`)).status).toBe(204);
});

test("Somebody else's instance is there without a call, runs, and is told from the caller's", async () => {
  const foreign = await wire.emulator.foreign({ name: "orders-cache" });
  expect(foreign).toMatchObject({ name: "orders-cache", status: "RUNNING", owner: "foreign", capacity: 1 });
  expect(wire.emulator.journal.filter(({ path }) => path.includes("/instances"))).toEqual([]);
  const own = await wire.create();
  expect(await wire.names()).toEqual(["orders-cache", "orders-cache"]);
  const owners = wire.emulator.instances().map(({ id, owner }) => [id, owner]);
  expect(owners).toEqual([
    [foreign.id, "foreign"],
    [own, "caller"],
  ]);
});

test("Somebody else's instance can be the very same in all a request says", async () => {
  const { id } = await wire.emulator.foreign(current());
  const own = await running();
  const view = async (one: string) => JSON.parse((await wire.dcs("GET", `/instances/${one}`)).text);
  const [a, b] = [await view(id), await view(own)];
  for (const field of ["name", "capacity", "product_id", "available_zones", "vpc_id", "no_password_access"]) {
    expect([field, a[field]]).toEqual([field, b[field]]);
  }
});

test("The journal tells of each modifying call what was done and what was told", async () => {
  const creates = { method: "POST", path: /\/instances$/ };
  wire.emulator.fault({ on: creates, with: { kind: "status", status: 500, work: "done" } });
  const before = Date.now();
  await wire.post();
  await wire.post({ name: "no" });
  await wire.post({ name: "second-cache" });
  const posts = wire.emulator.journal.filter(({ method, path }) => method === "POST" && path.endsWith("/instances"));
  expect(posts).toMatchObject([
    { status: 500, done: true, faults: ["status"], body: { name: "orders-cache", password: "***" } },
    { status: 400, done: false, faults: [], body: { name: "no" } },
    { status: 200, done: true, faults: [], body: { name: "second-cache" } },
  ]);
  expect(posts.every(({ at }) => at >= before && at <= Date.now())).toBe(true);
});
