import type { Settings } from "../../../../provider/config/settings/settings";
import { redact } from "../../../../provider/http/secrets/redact";
import { inTurn, json, PROJECT, passwordSettings, quickClient, type Seen, stopServers } from "../client/server";
import { cloud, message, read } from "./cloud";

afterEach(stopServers);

const keySettings = (url: string, patch: Partial<Settings> = {}): Settings =>
  passwordSettings(url, {
    userName: undefined,
    password: undefined,
    domainName: undefined,
    accessKey: "EXAMPLEACCESSKEY0001",
    secretKey: "Silver_Anchor42",
    origins: {
      accessKey: "OS_ACCESS_KEY in the environment",
      secretKey: "otc:secretKey in the stack's config",
      projectName: "OS_PROJECT_NAME in the environment",
    },
    ...patch,
  });

const refused = (reason: string, date?: Date) =>
  json(
    401,
    { error_code: "APIGW.0301", error_msg: `Incorrect IAM authentication information: ${reason}`, request_id: "r-1" },
    date ? { date: date.toUTCString() } : {},
  );

const paths = (seen: readonly Seen[]) => seen.map(({ method, url }) => `${method} ${url}`);
const signedHeaders = ({ headers }: Seen) => /SignedHeaders=([^,]*)/.exec(headers.authorization ?? "")?.[1];

test("a project known by name is looked up, and every call is signed for it", async () => {
  const { url, seen } = await cloud();
  const { client } = quickClient(keySettings(url));
  await client.request(read);
  await client.request({
    method: "POST",
    path: "/v1.0/{project_id}/instances",
    body: { name: "a" },
    purpose: "create",
  });
  expect(paths(seen)).toEqual([
    "GET /v3/projects?name=eu-de_shop",
    "GET /v3/auth/catalog",
    `GET /v1.0/${PROJECT}/instances`,
    `POST /v1.0/${PROJECT}/instances`,
  ]);
  expect(seen.map(signedHeaders)).toEqual([
    "host;x-sdk-date",
    "host;x-project-id;x-sdk-date",
    "host;x-project-id;x-sdk-date",
    "content-type;host;x-project-id;x-sdk-date",
  ]);
  expect(seen.slice(1).map(({ headers }) => headers["x-project-id"])).toEqual([PROJECT, PROJECT, PROJECT]);
  expect(seen.every(({ headers }) => headers["x-auth-token"] === undefined)).toBe(true);
  await expect(client.projectId()).resolves.toBe(PROJECT);
});

test("a project given by id is not looked up", async () => {
  const { url, seen } = await cloud();
  await quickClient(keySettings(url, { projectId: PROJECT, projectName: undefined })).client.projectId();
  expect(paths(seen)).toEqual(["GET /v3/auth/catalog"]);
});

test("with project and service given, IAM is not needed: the service itself judges the keys, by one call", async () => {
  const { url, seen } = await cloud();
  const known = { projectId: PROJECT, projectName: undefined, dcsEndpoint: url, authUrl: "http://127.0.0.1:1/v3" };
  const { client } = quickClient(keySettings(url, known));
  await Promise.all([client.request(read), client.request(read)]);
  const list = `GET /v1.0/${PROJECT}/instances`;
  expect(paths(seen)).toEqual(["GET /v1.0/availableZones", list, list]);
});

test("temporary keys send their security token with every call", async () => {
  const { url, seen } = await cloud();
  await quickClient(keySettings(url, { securityToken: "temporary-token-of-keys" })).client.request(read);
  expect(seen.map(({ headers }) => headers["x-security-token"])).toEqual(Array(3).fill("temporary-token-of-keys"));
});

test("a project that the keys' account does not have is named, and asked for once", async () => {
  const { url, seen } = await cloud({ signIn: json(200, { projects: [] }) });
  const { client } = quickClient(keySettings(url));
  expect(await message(client.projectId())).toBe(
    'otc:projectName / OS_PROJECT_NAME is "eu-de_shop" (from OS_PROJECT_NAME in the environment), which is no project of the access key\'s account: correct the name, or set otc:projectId / OS_PROJECT_ID',
  );
  await message(client.request(read));
  expect(seen).toHaveLength(1);
});

test("without the right to read the catalogue the endpoint is the region's", async () => {
  const projects = json(200, { projects: [{ id: PROJECT, name: "eu-de_shop" }] });
  const { url } = await cloud({ signIn: inTurn(projects, json(403, { error: { code: 403, message: "Forbidden" } })) });
  await expect(quickClient(keySettings(url)).client.endpoint()).resolves.toBe("https://dcs.eu-de.otc.t-systems.com");
});

test("keys that IAM refuses are tried once for a hundred calls, and the error says what was used, but no secret", async () => {
  const { url, seen } = await cloud({ signIn: refused("verify aksk signature fail") });
  const { client } = quickClient(keySettings(url));
  const messages = await Promise.all(Array.from({ length: 100 }, () => message(client.request(read))));
  messages.push(await message(client.request(read)));
  expect(new Set(messages).size).toBe(1);
  expect(messages[0]).toBe(
    `cannot sign in by access key at ${url}/v3: Incorrect IAM authentication information: verify aksk signature fail (APIGW.0301, HTTP 401, request id r-1); check what was used: otc:accessKey / OS_ACCESS_KEY is "EXAMPLEACCESSKEY0001" (from OS_ACCESS_KEY in the environment), otc:secretKey / OS_SECRET_KEY (from otc:secretKey in the stack's config), otc:projectName / OS_PROJECT_NAME is "eu-de_shop" (from OS_PROJECT_NAME in the environment); if the keys are temporary, set otc:securityToken / OS_SECURITY_TOKEN as well`,
  );
  expect(seen).toHaveLength(1);
});

test("a project that IAM refuses is not blamed on the secret key, nor on temporary keys", async () => {
  const { url } = await cloud({ signIn: refused("project not exist") });
  const settings = keySettings(url, { projectName: undefined, projectId: PROJECT });
  expect(await message(quickClient(settings).client.projectId())).toMatch(
    /project not exist \(APIGW\.0301.*; check what was used: otc:projectId \/ OS_PROJECT_ID is "\w+", otc:accessKey \/ OS_ACCESS_KEY is "EXAMPLEACCESSKEY0001" \(from OS_ACCESS_KEY in the environment\)$/,
  );
});

test("keys that the service refuses later are not tried again, and each call names itself", async () => {
  const { url, seen } = await cloud({ dcs: () => refused("ak is locked") });
  const { client } = quickClient(keySettings(url));
  expect(await message(client.request(read))).toMatch(/^cannot list the caches: .*ak is locked/);
  const calls = seen.length;
  expect(await message(client.request({ ...read, purpose: "find the zones" }))).toMatch(
    /^cannot find the zones: .*ak is locked.*check what was used/,
  );
  expect(seen).toHaveLength(calls);
});

test("refused temporary keys may have expired", async () => {
  const { url } = await cloud({ signIn: refused("decrypt token fail") });
  const settings = keySettings(url, { securityToken: "temporary-token-of-keys" });
  expect(await message(quickClient(settings).client.projectId())).toMatch(
    /otc:securityToken \/ OS_SECURITY_TOKEN, .*temporary keys live 15 minutes to 24 hours: get new ones/,
  );
});

describe("a clock that is off is told with the difference:", () => {
  test.each([
    ["behind", 20, /the clock of this machine is 20 minutes behind the service's.*set the clock/],
    ["ahead", -75, /the clock of this machine is 75 minutes ahead of the service's.*set the clock/],
  ])("%s", async (_, minutes, words) => {
    const { url } = await cloud({ signIn: refused("x-sdk-date expired", new Date(Date.now() + minutes * 60_000)) });
    const said = await message(quickClient(keySettings(url)).client.projectId());
    expect(said).toMatch(words);
    expect(said).not.toMatch(/check what was used/);
  });

  test("a clock that is right within minutes is not blamed", async () => {
    const { url } = await cloud({ signIn: refused("no", new Date(Date.now() + 5 * 60_000)) });
    expect(await message(quickClient(keySettings(url)).client.projectId())).toMatch(/check what was used/);
  });
});

test("every try is signed anew, with a date of its own", async () => {
  const { url, seen } = await cloud({ dcs: () => inOrder });
  const inOrder = inTurn(json(503, {}), json(200, { ok: true }));
  const pause = () => new Promise<void>((wake) => setTimeout(wake, 1_100));
  const { client } = quickClient(keySettings(url), { pause });
  await client.request(read);
  const [first, second] = seen.slice(-2).map(({ headers }) => headers["x-sdk-date"]);
  expect(first).not.toBe(second);
});

test("exactly the bytes that are sent are signed, whatever is in them", async () => {
  const { url, seen } = await cloud();
  const body = { name: "Grüße 🐳", description: 'a "quoted"\nline' };
  await quickClient(keySettings(url)).client.request({ ...read, method: "POST", body });
  expect(seen.at(-1)?.body).toBe(JSON.stringify(body));
});

test("secret key, security token and signatures are secrets, the access key is not", async () => {
  const { url, seen } = await cloud();
  await quickClient(keySettings(url, { securityToken: "temporary-token-of-keys" })).client.request(read);
  const { authorization } = seen.at(-1)?.headers ?? {};
  expect(redact(`${authorization} Silver_Anchor42 temporary-token-of-keys`)).toMatch(
    /Credential=EXAMPLEACCESSKEY0001\/.*Signature=\[secret\] \[secret\] \[secret\]$/,
  );
});
