import { busyCodes } from "../../../../emulator";
import { Wire } from "../support/wire";

let wire: Wire;
beforeEach(async () => {
  wire = await Wire.start();
});
afterEach(() => wire.emulator.close());

const creates = { method: "POST", path: /\/instances$/ };
const message = "Service Unavailable";

test.each([
  ["dcs", { error: { code: "111500000", message, ext_message: null } }],
  ["v2", { error_code: "DCS.5000", error_msg: message, error_ext_msg: null }],
  ["gateway", { error_code: "APIGW.0613", error_msg: message, request_id: expect.stringMatching(/^[0-9a-f]{32}$/) }],
  ["iam", { error: { code: 503, message, title: message } }],
] as const)("A status can come with the error body of %s", async (body, expected) => {
  wire.emulator.fault({ with: { kind: "status", status: 503, body } });
  const seen = await wire.dcs("GET", "/instances");
  expect(seen).toMatchObject({ status: 503, headers: { "content-type": "application/json" } });
  expect(JSON.parse(seen.text)).toEqual(expected);
});

test("A status can come with a proxy's page, or with nothing at all", async () => {
  wire.emulator.fault({ with: { kind: "status", status: 502, body: "html" } });
  wire.emulator.fault({ with: { kind: "status", status: 504, body: "empty" } });
  const proxy = await wire.dcs("GET", "/instances");
  expect(proxy).toMatchObject({ status: 502, headers: { "content-type": "text/html" } });
  expect(proxy.text).toContain("<h1>502 Bad Gateway</h1>");
  expect(await wire.dcs("GET", "/instances")).toMatchObject({ status: 504, text: "" });
});

test("A status can name its code, its words and when to come back, in seconds or as a date", async () => {
  const date = "Tue, 24 Nov 2026 12:00:00 GMT";
  const throttled = { kind: "status", status: 429, body: "gateway", code: "APIGW.0308", message: "Slow down" } as const;
  wire.emulator.fault({ with: { ...throttled, retryAfter: 2 } });
  wire.emulator.fault({ with: { ...throttled, retryAfter: date } });
  const [seconds, dated] = [await wire.dcs("GET", "/instances"), await wire.dcs("GET", "/instances")];
  expect(JSON.parse(seconds.text)).toMatchObject({ error_code: "APIGW.0308", error_msg: "Slow down" });
  expect([seconds.headers["retry-after"], dated.headers["retry-after"]]).toEqual(["2", date]);
});

test("Every busy code is a refusal with HTTP 400, nested in v1.0 and flat in v2, and nothing is done", async () => {
  const id = await wire.create();
  await wire.after(id, "CREATING");
  for (const code of busyCodes) {
    wire.emulator.fault({ on: { method: "DELETE" }, times: 2, with: { kind: "busy", code } });
    const [first, second] = [await wire.dcs("DELETE", `/instances/${id}`), await wire.v2("DELETE", `/instances/${id}`)];
    const number = String(code).replace("CBC.", "");
    expect([first.status, second.status]).toEqual([400, 400]);
    expect(JSON.parse(first.text).error.code).toMatch(
      new RegExp(`^(DCS\\.|CBC\\.|1114000?)${number.slice(-3)}|${number}$`),
    );
    expect(JSON.parse(second.text).error_code).toBe(typeof code === "number" ? `DCS.${code}` : code);
  }
  expect(wire.emulator.instances()).toMatchObject([{ id, status: "RUNNING" }]);
});

test("A page of HTML with HTTP 200 hides that the work was done", async () => {
  wire.emulator.fault({ on: creates, with: { kind: "html" } });
  const seen = await wire.post();
  expect(seen).toMatchObject({ status: 200, complete: true, headers: { "content-type": "text/html" } });
  expect(seen.text).toMatch(/^<html>/);
  expect(wire.emulator.instances()).toHaveLength(1);
});

test.each(["cutJson", "invalidJson"] as const)(
  "After %s the work is done, but its answer cannot be parsed",
  async (kind) => {
    wire.emulator.fault({ on: creates, with: { kind } });
    const seen = await wire.post();
    expect(seen).toMatchObject({ status: 200, complete: true, headers: { "content-type": "application/json" } });
    expect(() => JSON.parse(seen.text)).toThrow(SyntaxError);
    expect(wire.emulator.instances()).toHaveLength(1);
    expect(wire.emulator.journal.at(-1)).toMatchObject({ status: 200, done: true, faults: [kind] });
  },
);

test("What is spoilt of an answer without a body is a body", async () => {
  const id = await wire.create();
  await wire.after(id, "CREATING");
  wire.emulator.fault({ on: { method: "DELETE" }, with: { kind: "html" } });
  const seen = await wire.dcs("DELETE", `/instances/${id}`);
  expect(seen).toMatchObject({ status: 200, headers: { "content-type": "text/html" } });
  expect(wire.emulator.instances()).toMatchObject([{ status: "DELETING" }]);
});

test.each([[[]], [null], [{}], [{ instance_num: 0 }], ["instances"]])("A list can have the shape %j", async (json) => {
  await wire.create();
  wire.emulator.fault({ on: { method: "GET", path: /\/instances$/ }, with: { kind: "shape", json } });
  const seen = await wire.dcs("GET", "/instances");
  expect(seen).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
  expect(JSON.parse(seen.text)).toEqual(json);
});

test("Any answer can be given word by word, with the work done or not", async () => {
  const answer = { status: 418, body: { teapot: true }, headers: { "x-note": "odd" } };
  wire.emulator.fault({ on: creates, with: { kind: "answer", ...answer } });
  wire.emulator.fault({ on: creates, with: { kind: "answer", status: 0, work: "done" } });
  const seen = await wire.post();
  expect(seen).toMatchObject({ status: 418, text: '{"teapot":true}', headers: { "x-note": "odd" } });
  expect(wire.emulator.instances()).toHaveLength(0);
  await expect(wire.post()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(wire.emulator.instances()).toHaveLength(1);
});

test("A token expires in the middle of its use, and only that token", async () => {
  wire.emulator.fault({ on: creates, with: { kind: "expiredToken" } });
  const seen = await wire.post();
  expect(seen.status).toBe(401);
  expect(JSON.parse(seen.text).error.code).toBe("111401002");
  expect((await wire.dcs("GET", "/instances")).status).toBe(401);
  const fresh = await wire.anew();
  expect((await fresh.dcs("GET", "/instances")).status).toBe(200);
  expect(wire.emulator.instances()).toHaveLength(0);
});

test("With its clock ahead the service dates its answers in the future, and refuses signatures as too old", async () => {
  const ms = 20 * 60 * 1000;
  wire.emulator.fault({ times: 2, with: { kind: "clockSkew", ms } });
  const byToken = await wire.dcs("GET", "/instances");
  expect(byToken.status).toBe(200);
  expect(Math.abs(Date.parse(String(byToken.headers.date)) - Date.now() - ms)).toBeLessThan(5000);
  const signed = await wire.signed("GET", "/instances");
  expect(signed.status).toBe(401);
  expect(JSON.parse(signed.text)).toMatchObject({
    error_code: "APIGW.0301",
    error_msg: expect.stringContaining("expired"),
  });
  expect((await wire.signed("GET", "/instances")).status).toBe(200);
});

test("A caller that goes by the service's clock is let in while it is ahead", async () => {
  const ms = 20 * 60 * 1000;
  wire.emulator.fault({ with: { kind: "clockSkew", ms } });
  expect((await wire.signed("GET", "/instances", new Date(Date.now() + ms))).status).toBe(200);
});
