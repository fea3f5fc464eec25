import { isBusy, isNotFound } from "../../../../provider/client/dcs-errors";
import { openClient } from "../../../../provider/client/open-client";
import { type ApiError, isAmbiguous } from "../../../../provider/http/errors/api-error";
import { inTurn, json, PROJECT, quickClient, type Reply, serve, stopServers, tokenSettings } from "./server";

afterEach(stopServers);

const read = { method: "GET", path: "/v1.0/{project_id}/instances/x", purpose: "read the cache x" } as const;
const order = { method: "POST", path: "/v1.0/{project_id}/instances", purpose: "create the cache", body: {} } as const;

const failing = (promise: Promise<unknown>): Promise<ApiError> =>
  promise.then(
    () => Promise.reject(new Error("it should have failed")),
    (error: ApiError) => error,
  );

async function against(reply: Reply, tuning = {}) {
  const server = await serve(reply);
  return { ...server, ...quickClient(tokenSettings(server.url), tuning) };
}

const busy = { error: { code: "111400026", message: "The operation is not allowed.", ext_message: null } };
const hangUp: Reply = (response) => void response.destroy();
const gateway: Reply = (response) => void response.writeHead(502).end("<html><title>502 Bad Gateway</title></html>");

test("a call carries project, token, query and body as the reference writes them", async () => {
  const { client, seen } = await against(json(200, { instance_id: "1" }));
  const answer = await client.request({ ...order, query: { name: "a b&c", limit: 2 }, body: { name: "sessions" } });
  expect(answer).toEqual({ instance_id: "1" });
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: `/v1.0/${PROJECT}/instances?name=a%20b%26c&limit=2`,
    body: '{"name":"sessions"}',
  });
  expect(seen[0]?.headers).toMatchObject({ "x-auth-token": "ready-made-token", "content-type": "application/json" });
});

test("an empty success is undefined", async () => {
  const { client } = await against((response) => void response.writeHead(204).end());
  await expect(client.request(read)).resolves.toBeUndefined();
});

test("a refusal names purpose, words, both codes, status, request id and remedy in one line", async () => {
  const { client } = await against(json(400, busy, { "x-request-id": "r-1" }));
  const error = await failing(client.request(order));
  expect(error.message).toBe(
    "cannot create the cache: The operation is not allowed (DCS.4026 / 111400026, HTTP 400, request id r-1); wait until the instance is no longer busy, then run `pulumi up` again",
  );
  expect(error).toMatchObject({ kind: "http", status: 400, code: "111400026", number: 4026, notExecuted: true });
  expect([isBusy(error), isNotFound(error), isAmbiguous(error)]).toEqual([true, false, false]);
});

test.each([
  ["an unknown instance", 404, "111404022", true],
  ["an unknown instance, said with a 400", 400, "DCS.4119", true],
  ["an unknown URL", 404, "111404001", false],
  ["an API the gateway does not know", 404, "APIGW.0101", false],
])("%s: gone is %s %s -> %s", async (_what, status, code, gone) => {
  const { client } = await against(json(status, { error_code: code, error_msg: "x" }));
  expect(isNotFound(await failing(client.request(read)))).toBe(gone);
});

test("a look is repeated after a lost connection, an HTML 502 and a cut answer", async () => {
  const cut: Reply = (response) => void response.end('{"instance_id":');
  const { client, seen } = await against(inTurn(hangUp, gateway, cut, json(200, { status: "RUNNING" })));
  await expect(client.request(read)).resolves.toEqual({ status: "RUNNING" });
  expect(seen).toHaveLength(4);
});

test.each([
  ["a lost connection", hangUp, "network"],
  ["a 502", gateway, "http"],
  ["a success that is no JSON", ((response) => void response.end("<p>")) as Reply, "malformed"],
])("an order is never repeated after %s, and its effect is open", async (_what, reply, kind) => {
  const { client, seen } = await against(reply);
  const error = await failing(client.request(order));
  expect(error).toMatchObject({ kind, notExecuted: false });
  expect(isAmbiguous(error)).toBe(true);
  expect(seen).toHaveLength(1);
});

test("a throttled order is repeated as late as the service asks, in seconds or as a date", async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const { client, seen, pauses } = await against(
    inTurn(json(429, {}, { "retry-after": "7" }), json(429, {}, { "retry-after": date }), json(429, {}), json(200, {})),
  );
  await client.request(order);
  expect(seen).toHaveLength(4);
  expect(pauses[0]).toBe(8_000);
  expect(pauses[1]).toBeGreaterThan(57_000);
  expect(pauses[2]).toBe(8_000);
});

test("no try is started after the deadline", async () => {
  const { client, seen } = await against(json(429, {}, { "retry-after": "60" }));
  const error = await failing(client.request(order, { deadline: Date.now() + 5_000 }));
  expect(error.status).toBe(429);
  expect(seen).toHaveLength(1);
});

test("an order is not sent again once nobody wants it any more", async () => {
  const { client, seen } = await against(json(429, {}));
  let asked = 0;
  const beforeTry = async () => {
    asked += 1;
    if (asked === 3) throw new Error("nobody wants it");
  };
  await expect(client.request(order, { beforeTry })).rejects.toThrow("nobody wants it");
  expect(seen).toHaveLength(2);
});

test("a service that is not there is told after three tries, and an order to it is known not to be done", async () => {
  const { client, pauses, stop, url } = await against(json(200, {}));
  await stop();
  const error = await failing(client.request(order));
  expect(error.message).toContain(`no answer from ${url.slice("http://".length)}: the connection is refused`);
  expect(error).toMatchObject({ kind: "network", notExecuted: true });
  expect(pauses).toHaveLength(2);
});

test("a service that hangs is noticed", async () => {
  const { client, seen } = await against(() => {}, { timeoutMs: 400 });
  const error = await failing(client.request(order));
  expect(error).toMatchObject({ kind: "timeout", notExecuted: false });
  expect(error.message).toContain("did not answer within 0.4 s");
  expect(seen).toHaveLength(1);
});

test("an answer that drips is noticed as well", async () => {
  const drip: Reply = (response) => {
    const timer = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(timer));
  };
  const { client } = await against(drip, { timeoutMs: 80 });
  expect((await failing(client.request(order))).kind).toBe("timeout");
});

test("credentials do not follow a redirect", async () => {
  const other = await serve(json(200, {}));
  const { client } = await against((response) => void response.writeHead(302, { location: other.url }).end());
  expect((await failing(client.request(read))).status).toBe(302);
  expect(other.seen).toHaveLength(0);
});

test("nothing of the HTTP library or of the request is in an error", async () => {
  const { client } = await against(hangUp);
  const error = await failing(client.request({ ...order, body: { password: "Green_Kettle8" } }));
  expect(Object.keys(error)).not.toEqual(expect.arrayContaining(["config"]));
  expect(error).not.toHaveProperty("metadata");
  expect(error).not.toHaveProperty("cause");
  expect(JSON.stringify(error) + error.stack).not.toMatch(/Green_Kettle8|ready-made-token/);
});

test("equal settings share one client", () => {
  const settings = tokenSettings("http://127.0.0.1:9");
  expect(openClient({ ...settings })).toBe(openClient({ ...settings, liveChecks: false }));
  expect(openClient({ ...settings, region: "eu-nl" })).not.toBe(openClient(settings));
});

test("a certificate file that cannot be read is named with its setting", () => {
  expect(() => quickClient(tokenSettings("https://127.0.0.1:9", { caCertFile: "no-such.pem" }))).toThrow(
    /otc:caCertFile \/ OS_CACERT names "no-such.pem"/,
  );
});
