import type { Settings } from "../../../../provider/config/settings/settings";
import { json, passwordSettings, quickClient, type Seen, stopServers } from "../client/server";
import { ACCOUNT, cloud, invalidToken, message, read } from "./cloud";

afterEach(stopServers);

const agencySettings = (url: string, patch: Partial<Settings> = {}): Settings => {
  const own = passwordSettings(url);
  return {
    ...own,
    agencyName: "shop-operators",
    agencyDomainName: "shop-owner",
    delegatedProject: "eu-de_theirs",
    origins: { ...own.origins, agencyName: "otc:agencyName in the stack's config" },
    ...patch,
  };
};

const keys: Partial<Settings> = {
  userName: undefined,
  password: undefined,
  accessKey: "EXAMPLEACCESSKEY0001",
  secretKey: "Silver_Anchor42",
};

const authOf = ({ body }: Seen) => JSON.parse(body).auth;
const assumed = (seen: readonly Seen[]) => seen.filter(({ body }) => body.includes("assume_role"));

test("a user signs in for the own account, takes on the agency with that token, and works with the agency's", async () => {
  const { url, seen, signIns } = await cloud();
  await quickClient(agencySettings(url)).client.request(read);
  const [own, agency] = signIns() as [Seen, Seen];
  expect(authOf(own).scope).toEqual({ domain: { name: "shop" } });
  expect(authOf(agency)).toEqual({
    identity: { methods: ["assume_role"], assume_role: { domain_name: "shop-owner", xrole_name: "shop-operators" } },
    scope: { project: { name: "eu-de_theirs", domain: { name: "shop-owner" } } },
  });
  expect(agency.headers["x-auth-token"]).toBe("token-1");
  expect(seen.at(-1)?.headers["x-auth-token"]).toBe("token-2");
});

test("without a delegated project the configured one is the other account's", async () => {
  const { url, seen } = await cloud();
  await quickClient(agencySettings(url, { delegatedProject: undefined })).client.projectId();
  await quickClient(agencySettings(url, { delegatedProject: undefined, projectId: "p1" })).client.projectId();
  expect(assumed(seen).map((call) => authOf(call).scope)).toEqual([
    { project: { name: "eu-de_shop", domain: { name: "shop-owner" } } },
    { project: { id: "p1" } },
  ]);
});

test("access keys take on an agency in the name of their account, by signature", async () => {
  const { url, seen } = await cloud();
  await quickClient(agencySettings(url, keys)).client.request(read);
  expect(seen.map(({ method, url: path }) => `${method} ${path.replace(/\?.*/, "")}`).slice(0, 2)).toEqual([
    "GET /v3/auth/domains",
    "POST /v3/auth/tokens",
  ]);
  expect(seen[1]?.headers).toMatchObject({ "x-domain-id": ACCOUNT });
  expect(seen[1]?.headers.authorization).toMatch(/SignedHeaders=content-type;host;x-domain-id;x-sdk-date/);
  expect(seen[2]?.headers).toMatchObject({ "x-auth-token": "token-1" });
  expect(seen[2]?.headers.authorization).toBeUndefined();
});

test("a ready-made token takes on an agency", async () => {
  const { url, seen } = await cloud();
  await quickClient(agencySettings(url, { token: "ready-made-token" })).client.request(read);
  expect(assumed(seen).map(({ headers }) => headers["x-auth-token"])).toEqual(["ready-made-token"]);
});

test("a refused agency is tried once, and says what was used", async () => {
  const forbidden = json(403, { error: { code: 403, message: "Not authorized.", title: "Forbidden" } });
  const own = json(201, { token: { catalog: [] } }, { "x-subject-token": "own-token" });
  const { url, seen } = await cloud({
    signIn: (response, call) => (call.body.includes("assume_role") ? forbidden : own)(response, call),
  });
  const { client } = quickClient(agencySettings(url));
  const said = await message(client.request(read));
  expect(await message(client.projectId())).toBe(said);
  expect(said).toBe(
    `cannot take on the agency "shop-operators" of "shop-owner" at ${url}/v3: Not authorized (HTTP 403); check what was used: otc:agencyName / OS_AGENCY_NAME is "shop-operators" (from otc:agencyName in the stack's config), otc:agencyDomainName / OS_AGENCY_DOMAIN_NAME is "shop-owner", otc:delegatedProject / OS_DELEGATED_PROJECT is "eu-de_theirs"`,
  );
  expect(assumed(seen)).toHaveLength(1);
});

test("whose own sign-in is refused is told so, and the agency is not asked for", async () => {
  const { url, seen } = await cloud({ signIn: json(401, { error: { code: 401, message: "Wrong password." } }) });
  expect(await message(quickClient(agencySettings(url)).client.projectId())).toMatch(
    /^cannot sign in at .*Wrong password.*otc:password \/ OS_PASSWORD/,
  );
  expect(assumed(seen)).toHaveLength(0);
});

test("keys that are refused are told so, and the agency is not asked for, even if their account is configured", async () => {
  const { url, seen } = await cloud({ signIn: json(401, { error_code: "APIGW.0301", error_msg: "ak not exist" }) });
  const settings = agencySettings(url, { ...keys, domainName: undefined, domainId: ACCOUNT });
  expect(await message(quickClient(settings).client.projectId())).toMatch(
    /^cannot sign in by access key at .*ak not exist.*check what was used: otc:accessKey/,
  );
  expect(assumed(seen)).toHaveLength(0);
});

test("a refused token of the agency is renewed, and the own one with it if that has died", async () => {
  const dead = new Set<unknown>();
  const { url, seen, signIns } = await cloud({
    dcs: ({ headers }) => (dead.has(headers["x-auth-token"]) ? invalidToken : json(200, { ok: true })),
  });
  const { client } = quickClient(agencySettings(url));
  await client.request(read);
  dead.add("token-2");
  await client.request(read);
  expect(signIns()).toHaveLength(3);
  expect(assumed(seen)).toHaveLength(2);
  expect(seen.at(-1)?.headers["x-auth-token"]).toBe("token-3");
});

test("when agency and own token have both died, both are got anew", async () => {
  const dead = new Set<unknown>();
  let issued = 0;
  const { url, signIns } = await cloud({
    signIn: (response, { headers }) =>
      dead.has(headers["x-auth-token"])
        ? json(401, { error: { code: 401, message: "The token is invalid." } })(response, {} as Seen)
        : json(
            201,
            { token: { project: { id: "p" }, catalog: [] } },
            { "x-subject-token": `issued-${++issued}` },
          )(response, {} as Seen),
    dcs: ({ headers }) => (dead.has(headers["x-auth-token"]) ? invalidToken : json(200, { ok: true })),
  });
  const { client } = quickClient(agencySettings(url, { dcsEndpoint: url }));
  await client.request(read);
  dead.add("issued-1").add("issued-2");
  await expect(client.request(read)).resolves.toEqual({ ok: true });
  expect(signIns()).toHaveLength(5);
});
