import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { proxyProblem } from "../../../../provider/http/connection/proxy";
import type { ApiError } from "../../../../provider/http/errors/api-error";
import { json, quickClient, serve, stopServers, tokenSettings } from "../client/server";
import { HOST, type Identity, makeIdentity, serveProxy, serveSecurely, stopSecure, type Way } from "./secure";

const read = { method: "GET", path: "/v1.0/{project_id}/instances", purpose: "list the caches" } as const;
const order = { method: "POST", path: "/v1.0/{project_id}/instances", purpose: "create the cache", body: {} } as const;
const SECRET = "Violet_Proxy_7";
const VARIABLES = ["http_proxy", "https_proxy", "no_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()]);

const before = { ...process.env };
let folder: string;
let caCertFile: string;
let identity: Identity;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "dcs-proxy-"));
  identity = await makeIdentity();
  caCertFile = path.join(folder, "authority.pem");
  writeFileSync(caCertFile, identity.certificate);
});
beforeEach(() => {
  for (const name of VARIABLES) delete process.env[name];
});
afterEach(async () => {
  for (const name of VARIABLES) delete process.env[name];
  await Promise.all([stopSecure(), stopServers()]);
});
afterAll(() => {
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true, force: true });
});

/** Lists the caches of a service that only a proxy reaches. */
async function listThrough(way: Way | undefined, url = `https://${HOST}`, timeoutMs?: number) {
  const service = await serveSecurely(identity);
  const proxy = await serveProxy(way ?? { to: service.port });
  process.env.HTTPS_PROXY = `http://ops:${SECRET}@${proxy.host}`;
  process.env.HTTP_PROXY = process.env.HTTPS_PROXY;
  const { client, pauses } = quickClient(tokenSettings(url, { caCertFile }), { timeoutMs });
  const call = (request: typeof read | typeof order) => client.request(request).catch((error: ApiError) => error);
  return { answer: await call(read), call, service, proxy, pauses };
}

test("the service is reached through the proxy's tunnel, and the proxy sees nothing of what is said in it", async () => {
  const { answer, call, service, proxy } = await listThrough(undefined);
  expect(answer).toEqual({ instances: [] });
  expect(await call(order)).toEqual({ instances: [] });
  expect(proxy.asked[0]).toMatchObject({ host: `${HOST}:443`, credentials: `ops:${SECRET}` });
  expect(JSON.stringify(proxy.asked)).not.toContain("ready-made-token");
  expect(proxy.forwarded).toEqual([]);
  expect(service.seen[0]?.headers).toMatchObject({ host: HOST, "x-auth-token": "ready-made-token" });
  expect(service.seen[0]?.headers).not.toHaveProperty("proxy-authorization");
});

test("the certificate of the service is verified in the tunnel as well", async () => {
  const other = await serveSecurely(await makeIdentity());
  const { answer } = await listThrough({ to: other.port });
  expect((answer as Error).message).toMatch(/the certificate .*otc:caCertFile \/ OS_CACERT/);
});

test.each<[string, Way, RegExp, number]>([
  [
    "that asks for a password",
    { refuse: 407 },
    /through the proxy 127\.0\.0\.1:\d+, which answered HTTP 407; set user and password in HTTPS_PROXY/,
    0,
  ],
  [
    "that forbids the host",
    { refuse: 403 },
    /which answered HTTP 403; allow the host in the proxy, or exclude it with NO_PROXY/,
    0,
  ],
  ["that does not reach the host", { refuse: 502 }, /, which answered HTTP 502; allow the host in the proxy/, 2],
])("a proxy %s is named as who refused, without its password", async (_what, way, expected, pausesMade) => {
  const { answer, pauses, call } = await listThrough(way);
  const { message } = answer as ApiError;
  expect(message).toMatch(
    new RegExp(`^cannot list the caches: no way to ${HOST.replaceAll(".", "\\.")} through the proxy`),
  );
  expect(message).toMatch(expected);
  expect(JSON.stringify(answer) + message).not.toContain(SECRET);
  expect(pauses).toHaveLength(pausesMade);
  // An order that never left may be given again.
  expect(((await call(order)) as ApiError).notExecuted).toBe(true);
});

test("a proxy that is silent is noticed in time", async () => {
  const { answer } = await listThrough("silent", undefined, 150);
  expect((answer as Error).message).toMatch(
    /dcs\.shop\.test through the proxy 127\.0\.0\.1:\d+ did not answer within 0\.15 s/,
  );
});

test("a proxy that is not there is named, without its password", async () => {
  process.env.HTTPS_PROXY = `http://ops:${SECRET}@127.0.0.1:9`;
  const { client } = quickClient(tokenSettings(`https://${HOST}`));
  const error = (await client.request(read).catch((failure: unknown) => failure)) as Error;
  expect(error.message).toMatch(
    /no answer from dcs\.shop\.test through the proxy 127\.0\.0\.1:9: the connection is refused/,
  );
  expect(error.message + error.stack).not.toContain(SECRET);
});

test("a host of NO_PROXY is called directly", async () => {
  process.env.NO_PROXY = ".shop.test";
  const { answer, proxy } = await listThrough(undefined);
  expect((answer as Error).message).toMatch(/no answer from dcs\.shop\.test: the (host name is unknown|name service)/);
  expect(proxy.asked).toEqual([]);
});

test.each(["127.0.0.1", "localhost"])("%s is never left to a proxy", async (host) => {
  const local = await serve(json(200, { instances: [] }));
  const { proxy, answer } = await listThrough(undefined, local.url.replace("127.0.0.1", host));
  expect(answer).toEqual({ instances: [] });
  expect([...proxy.asked, ...proxy.forwarded]).toEqual([]);
});

test.each([
  ["without a scheme", `ops:${SECRET}@proxy.test:3128`],
  ["with an address that is none", `http://ops:${SECRET}@pro xy:1`],
  ["of another kind", `socks5://ops:${SECRET}@proxy.test:1080`],
])("a proxy %s is told by its variable alone", (_what, value) => {
  process.env.https_proxy = value;
  const problem = proxyProblem(`https://${HOST}`);
  expect(problem).toMatch(
    /^https_proxy in the environment is not the address of an HTTP proxy: set it to http:\/\/host:port/,
  );
  expect(problem).not.toContain(SECRET);
  process.env.NO_PROXY = HOST;
  expect(proxyProblem(`https://${HOST}`)).toBeUndefined();
});
