import { expectedSignature } from "../../../../emulator/iam/caller/signature";
import { type Client, current, started } from "../support/client";
import { call, quota as dcs, passwordOf, project, signIn, tokenOf, withToken } from "../support/credentials";

let client: Client;
beforeAll(async () => {
  client = await started({ createMs: 60_000 });
});
afterAll(() => client.emulator.close());

const quota = (headers: Record<string, string>, id = project.local) =>
  client.fetch("GET", `${client.emulator.url}/v1.0/${id}/quota`, undefined, headers);

const tokenFor = async (scope: unknown) => (await client.signIn(scope)).headers.get("x-subject-token") ?? "";

test("A password gives a token, its project and the way to DCS", async () => {
  const reply = await client.signIn();
  expect(reply).toMatchObject({ status: 201, body: { token: { project: { name: "eu-de_local" } } } });
  const types = reply.body.token.catalog.map((service) => service.type);
  expect(types.sort()).toEqual(["dcs", "dcsv1", "identity"]);
});

test("The user may be named by id, the project by id or within its domain", async () => {
  const user = { id: "a5e7a5e7a5e7a5e7a5e7a5e7a5e7a5e7", password: client.emulator.env.OS_PASSWORD };
  const byId = await client.signIn({ project: { id: "10ca210ca210ca210ca210ca210ca210" } }, user);
  expect(byId.body.token.project.name).toBe("eu-de");
  const domain = { name: client.emulator.env.OS_DOMAIN_NAME };
  expect((await client.signIn({ project: { name: "eu-de", domain } })).status).toBe(201);
});

test("A wrong password is refused in IAM's shape, and is nowhere in the journal", async () => {
  const reply = await client.signIn(undefined, { ...client.user(), password: "open sesame" });
  expect(reply).toMatchObject({ status: 401, body: { error: { code: 401, title: "Unauthorized" } } });
  expect(JSON.stringify(client.emulator.journal)).not.toContain("open sesame");
});

test.each([
  ["another user", { name: "nobody" }, undefined, 401],
  ["another domain of the user", { domain: { name: "OTC-LOCAL-DELEGATING" } }, undefined, 401],
  ["no domain of the user", { domain: undefined }, undefined, 400],
  ["a project that does not exist", {}, { project: { name: "eu-de_nowhere" } }, 401],
  ["a project of another domain", {}, { project: { name: "eu-de_delegated" } }, 401],
  ["another domain of the project", {}, { project: { name: "eu-de", domain: { name: "OTC-LOCAL-DELEGATING" } } }, 401],
  ["another domain as scope", {}, { domain: { name: "OTC-LOCAL-DELEGATING" } }, 401],
])("Sign-in with %s is refused", async (_, user, scope, status) => {
  const reply = await client.signIn(scope, { ...client.user(), ...user });
  expect(reply).toMatchObject({ status, body: { error: { code: status } } });
});

describe("With a token", () => {
  const local = { project: { name: "eu-de_local" } };
  const exchange = (id: string, scope: object) => signIn(client, { methods: ["token"], token: { id } }, scope);

  test("another one is to be had for another project, and it does not outlive the first", async () => {
    const old = await signIn(client, passwordOf(client.emulator.signIn.password), local);
    const reply = await exchange(tokenOf(old), { project: { name: "eu-de_shop" } });
    expect((await withToken(client, tokenOf(reply), dcs(project.shop))).status).toBe(200);
    expect(reply.body.token.expires_at).toBe(old.body.token.expires_at);
  });

  test("that is unknown or has expired there is none", async () => {
    expect((await exchange("nonsense", local)).status).toBe(401);
    const old = await tokenFor(local);
    client.emulator.expireTokens();
    expect((await exchange(old, local)).status).toBe(401);
  });

  test("IAM tells project and catalogue, and nothing of one it does not know", async () => {
    const token = await tokenFor(local);
    const inspect = (subject: string) => {
      const headers = { "x-auth-token": token, "x-subject-token": subject };
      return call(client, { path: "/v3/auth/tokens", headers });
    };
    expect(await inspect(token)).toMatchObject({ status: 200, body: { token: { project: { name: "eu-de_local" } } } });
    expect((await inspect("nonsense")).status).toBe(404);
    client.emulator.expireTokens();
    expect((await inspect(token)).status).toBe(401);
  });
});

test("Clients that are led to IAM without a version find version 3", async () => {
  const { status, body } = await call(client, { path: "/" });
  const href = `${client.emulator.url}/v3/`;
  expect(status).toBe(300);
  expect(body).toMatchObject({ versions: { values: [{ status: "stable", links: [{ rel: "self", href }] }] } });
});

test("DCS tells a missing token from one that is unknown, of no project, of a domain or of another project", async () => {
  const unscoped = tokenOf(await signIn(client, passwordOf(client.emulator.signIn.password)));
  const other = await tokenFor({ project: { name: "eu-de" } });
  const domain = await tokenFor({ domain: { name: client.emulator.env.OS_DOMAIN_NAME } });
  const missing = await quota({});
  const given = ["nonsense", unscoped, domain, other].map((token) => quota({ "x-auth-token": token }));
  const codes = [missing, ...(await Promise.all(given))].map(({ body }) => body.error.code);
  expect(codes).toEqual(["111401003", "111401001", "111401001", "111401001", "111401004"]);
});

test("An expired token is told as expired, and a new one works", async () => {
  const old = await tokenFor({ project: { name: "eu-de_local" } });
  client.emulator.expireTokens();
  expect((await quota({ "x-auth-token": old })).body.error.code).toBe("111401002");
  await client.open();
  expect((await client.dcs("GET", "/quota")).status).toBe(200);
});

test("A request signed with the access key is let in, and one changed after signing is not", async () => {
  const { host } = new URL(client.emulator.url);
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const path = "/v1.0/10ca110ca110ca110ca110ca110ca110/instances";
  const headers = { host, "x-sdk-date": stamp };
  const scope = { secretKey: client.emulator.env.OS_SECRET_KEY ?? "", day: stamp.slice(0, 8), region: "", service: "" };
  const signedHeaders = ["host", "x-sdk-date"];
  const raw = Buffer.from(JSON.stringify(current()));
  const query = new URLSearchParams();
  const signature = expectedSignature({ method: "POST", path, query, headers, raw }, { ...scope, signedHeaders });
  const credential = `${client.emulator.env.OS_ACCESS_KEY}/${scope.day}///sdk_request`;
  const authorization = `SDK-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  const send = (body: string) =>
    client.fetch("POST", `${client.emulator.url}${path}`, body, { "x-sdk-date": stamp, authorization });
  expect((await send(raw.toString())).status).toBe(200);
  expect(await send(`${raw} `)).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
});

describe("The signature is the reference's", () => {
  const base = "/v1.0/0123456789abcdef0123456789abcdef/instances";
  const one = "3c49fd6b-fc7c-419e-9644-b6cce008653f";
  const project = "0123456789abcdef0123456789abcdef";
  test.each([
    [
      "for a query",
      "GET",
      base,
      "start=1&limit=10&name=dcs%20demo&include_failure=true",
      "",
      {},
      "0b550a25aee6821f423287909663da350fdec041f666fe561ace6cdf73560320",
    ],
    [
      "for a body",
      "POST",
      `${base}/${one}/extend`,
      "",
      '{"new_capacity":4}',
      { "content-type": "application/json", "x-project-id": project },
      "50997bd4551dff5e8da84708a0bd45ddaffa8bd607c1750e5c586ce1fff4a348",
    ],
    [
      "for a POST without body",
      "POST",
      `/v2/${project}/instances/${one}/ssl-certs/download`,
      "b=2&a=x%20y",
      "",
      {},
      "2aa3ff1b71c04d69ce24cc567b713f33bedca4a2d0a7215d5c62651bf7a3d959",
    ],
  ])("%s", (_, method, path, query, body, extra, expected) => {
    const headers = { host: "dcs.eu-de.otc.t-systems.com", "x-sdk-date": "20240115T083000Z", ...extra };
    const request = { method, path, query: new URLSearchParams(query), headers, raw: Buffer.from(body) };
    const secretKey = "exampleSecretKey0123456789abcdefghijklmn";
    const signedHeaders = Object.keys(headers).sort();
    expect(expectedSignature(request, { secretKey, day: "20240115", region: "", service: "", signedHeaders })).toBe(
      expected,
    );
  });
});
