import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kindNames } from "../../../../emulator/http/control/schema";
import { call, Wire } from "../support/wire";

let wire: Wire;
beforeEach(async () => {
  wire = await Wire.start();
});
afterEach(() => wire.emulator.close());

const desk = (method: string, path: string, body?: unknown) =>
  call(method, `${wire.emulator.url}/_emulator/${path}`, body);

test("A fault planned by a request strikes, is listed with its hits, and can be taken back", async () => {
  const plan = { on: { method: "GET", path: "/instances$" }, times: "Infinity", with: { kind: "status", status: 503 } };
  expect((await desk("POST", "faults", plan)).status).toBe(201);
  expect((await wire.dcs("GET", "/instances")).status).toBe(503);
  expect(JSON.parse((await desk("GET", "faults")).text)).toEqual({ faults: [{ id: 1, ...plan, hits: 1 }] });
  expect((await desk("DELETE", "faults")).status).toBe(204);
  expect((await wire.dcs("GET", "/instances")).status).toBe(200);
});

test("The desk shows instances and journal, but neither a password nor its own calls", async () => {
  await wire.create();
  const instances = await desk("GET", "instances");
  const journal = await desk("GET", "journal");
  expect(JSON.parse(instances.text).instances).toMatchObject([{ name: "orders-cache", owner: "caller" }]);
  expect(JSON.parse(journal.text).journal).toMatchObject([{}, {}, { method: "POST", status: 200, done: true }]);
  expect(instances.text + journal.text).not.toContain("Blue_Kettle7");
  expect(journal.text).not.toContain("_emulator");
});

test.each([
  [undefined, "plan must be object"],
  [{}, "plan must have required property 'with'"],
  [{ with: { kind: "earthquake" } }, 'plan/with value of tag "kind" must be in oneOf: refused, reset, closed'],
  [{ with: { kind: "status" } }, "plan/with must have required property 'status'"],
  [{ with: { kind: "reset", works: "done" } }, "plan/with must NOT have additional properties: works"],
  [{ with: { kind: "busy", code: 4711 } }, "plan/with/code must be equal to one of the allowed values: 4017, 4026"],
  [{ with: { kind: "hang" }, times: 0 }, "plan/times must be >= 1"],
  [{ with: { kind: "hang" }, on: { path: "(" } }, "plan/on/path: Invalid regular expression"],
])("The plan %j is refused in words", async (plan, message) => {
  const seen = await desk("POST", "faults", plan);
  expect(seen.status).toBe(400);
  expect(JSON.parse(seen.text).message).toContain(message);
  expect(JSON.parse((await desk("GET", "faults")).text)).toEqual({ faults: [] });
});

test("A call the desk does not know is told which there are", async () => {
  const seen = await desk("PUT", "faults", {});
  expect(seen.status).toBe(404);
  expect(JSON.parse(seen.text).message).toContain("POST /_emulator/faults");
});

describe("The emulator's README", () => {
  const readme = readFileSync(join(__dirname, "../../../../emulator/README.md"), "utf8");
  const examples = [...readme.matchAll(/\/faults -d '(\{.*?\n\})'/gs)].map(([, json = ""]) => JSON.parse(json));

  test("lists every kind of fault there is, and no other", () => {
    const rows = [...readme.slice(readme.indexOf("| kind ")).matchAll(/^\| `(\w+)` +\|/gm)].map(([, kind]) => kind);
    expect(rows).toEqual(kindNames);
  });

  test("shows plans that the desk accepts", async () => {
    expect(examples).toHaveLength(3);
    for (const plan of examples) expect((await desk("POST", "faults", plan)).status).toBe(201);
  });
});
