import { foreign, Reader, typed } from "./reader";

let reader: Reader;
beforeEach(async () => {
  reader = await Reader.start();
});
afterEach(() => reader.emulator.close());

const port = () => new URL(reader.url).port;
const plan = { with: { kind: "hang" } };

/** Nothing is planned, and nothing has come in but the sign-in of the test's own client. */
async function expectNothingChanged() {
  expect(await reader.planned()).toEqual([]);
  expect(reader.emulator.journal).toHaveLength(1);
}

test.each(["shop.example", "127.0.0.1.shop.example", "localhost.shop.example", "0.0.0.0", "[::]", "192.168.0.7"])(
  "A site that lets its name %s point to this machine gets neither the page nor what controls it",
  async (name) => {
    const headers = { ...typed, host: `${name}:${port()}`, "sec-fetch-site": "same-origin" };
    for (const path of ["/", "/_emulator/page/parts", "/_emulator/journal", "/_emulator/instances"]) {
      const seen = await reader.get(path, headers);
      expect([path, seen.status]).toEqual([path, 403]);
      expect(JSON.parse(seen.text).message).toContain(`localhost:${port()}`);
    }
    // Without TLS a browser sends no Sec-Fetch headers to such a name, and no Origin with a read.
    const bare = { host: headers.host };
    expect((await reader.get("/_emulator/journal", bare)).status).toBe(403);
    expect((await reader.desk("POST", "faults", plan, bare)).status).toBe(403);
    expect((await reader.desk("DELETE", "faults", undefined, bare)).status).toBe(403);
    await expectNothingChanged();
  },
);

test("A site that lets its name point to this machine cannot call the service, but other clients can by any name", async () => {
  const host = `shop.example:${port()}`;
  const browser = { host, "accept-language": "en" };
  expect((await reader.get("/v3", browser)).status).toBe(403);
  expect((await reader.get("/v3", { host, "accept-language": "" })).status).toBe(403);
  expect(await reader.form("/v3/auth/tokens", "{}", { ...browser, origin: `http://${host}` })).toBe(403);
  await expectNothingChanged();
  expect((await reader.get("/v3", { host })).status).toBe(200);
});

test("The page is not served by the name of another port", async () => {
  expect((await reader.get("/", { ...typed, host: "localhost:1" })).status).toBe(403);
  expect((await reader.get("/", { ...typed, host: "localhost" })).status).toBe(403);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
  "A form of another site, sent as %s, plans no fault and signs nobody in",
  async (type) => {
    const headers = { ...foreign, "content-type": type };
    for (const path of ["/_emulator/faults", "/v3/auth/tokens"]) {
      expect(await reader.form(path, JSON.stringify(plan), headers)).toBe(403);
    }
    await expectNothingChanged();
  },
);

test.each([
  ["a foreign origin alone", { origin: "http://shop.example" }],
  ["an origin that was taken off", { origin: "null" }],
  ["another port of this machine", { origin: "http://localhost:3000" }],
  ["the same address by https", { origin: "https://127.0.0.1" }],
  ["a browser's word that it is another site", { "sec-fetch-site": "cross-site" }],
  ["a browser's word that it is another port", { "sec-fetch-site": "same-site" }],
])("A call that bears %s changes nothing", async (_, headers) => {
  expect((await reader.desk("POST", "faults", plan, headers)).status).toBe(403);
  expect((await reader.desk("DELETE", "faults", undefined, headers)).status).toBe(403);
  expect((await reader.get("/v3", headers)).status).toBe(403);
  await expectNothingChanged();
});

test("A question of a browser whether another site may call is answered with no", async () => {
  const asked = { ...foreign, "access-control-request-method": "DELETE" };
  const seen = await reader.desk("OPTIONS", "faults", undefined, asked);
  expect(seen.status).toBe(403);
  expect(Object.keys(seen.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("A link of another site may be followed to the page, but not framed, and not to what controls it", async () => {
  const followed = { ...typed, "sec-fetch-site": "cross-site" };
  expect((await reader.get("/", followed)).status).toBe(200);
  expect((await reader.get("/", { ...followed, "sec-fetch-dest": "iframe" })).status).toBe(403);
  expect((await reader.get("/_emulator/journal", followed)).status).toBe(403);
});

test("No answer of page and control can be used by, framed in, or loaded into another page", async () => {
  for (const path of ["/", "/_emulator/page/page.mjs", "/_emulator/journal"]) {
    const { headers } = await reader.get(path);
    expect(headers).toMatchObject({
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
  const policy = String((await reader.get("/")).headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("A shell without a browser plans and removes faults as ever, by each name of this machine", async () => {
  for (const name of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
    const host = { host: `${name}:${port()}`, "content-type": "application/x-www-form-urlencoded" };
    expect((await reader.desk("POST", "faults", plan, host)).status).toBe(201);
    expect((await reader.desk("DELETE", "faults", undefined, host)).status).toBe(204);
  }
});
