import { ApiError } from "../../../../provider/http/errors/api-error";
import { redact } from "../../../../provider/http/secrets/redact";
import { json, PROJECT, passwordSettings, quickClient, stopServers, tokenSettings } from "../client/server";
import { cloud, invalidToken, message, read } from "./cloud";

afterEach(stopServers);

test("a user signs in for the project, and endpoint and project come from the token", async () => {
  const { url, seen, signIns } = await cloud();
  const { client } = quickClient(passwordSettings(url));
  await client.request(read);
  expect(JSON.parse(signIns()[0]?.body ?? "")).toEqual({
    auth: {
      identity: {
        methods: ["password"],
        password: { user: { name: "ops-bot", domain: { name: "shop" }, password: "Blue_Kettle7" } },
      },
      scope: { project: { name: "eu-de_shop", domain: { name: "shop" } } },
    },
  });
  expect(seen[1]).toMatchObject({ url: `/v1.0/${PROJECT}/instances` });
  expect(seen[1]?.headers["x-auth-token"]).toBe("token-1");
  await expect(client.endpoint()).resolves.toBe(url);
  await expect(client.projectId()).resolves.toBe(PROJECT);
});

test("calls that start together sign in once", async () => {
  const { url, signIns } = await cloud();
  const { client } = quickClient(passwordSettings(url));
  await Promise.all(Array.from({ length: 20 }, () => client.request(read)));
  expect(signIns()).toHaveLength(1);
});

test("a token is renewed before it expires", async () => {
  const { url, signIns } = await cloud({ life: 0.05 });
  const { client } = quickClient(passwordSettings(url));
  await client.request(read);
  await new Promise((wake) => setTimeout(wake, 60));
  await client.request(read);
  expect(signIns().length).toBeGreaterThan(1);
});

test("calls whose token is refused share one renewal and go through", async () => {
  const { url, signIns } = await cloud({
    dcs: ({ headers }) => (headers["x-auth-token"] === "token-1" ? invalidToken : json(200, { ok: true })),
  });
  const { client } = quickClient(passwordSettings(url));
  const answers = await Promise.all(Array.from({ length: 5 }, () => client.request(read)));
  expect(answers).toEqual(Array(5).fill({ ok: true }));
  expect(signIns()).toHaveLength(2);
});

test("a service that refuses the renewed token too is not asked a third time", async () => {
  const { url, seen, signIns } = await cloud({ dcs: () => invalidToken });
  const { client } = quickClient(passwordSettings(url));
  await expect(client.request(read)).rejects.toMatchObject({ status: 401, number: 1001 });
  expect(signIns()).toHaveLength(2);
  expect(seen).toHaveLength(4);
});

test("a call is sent again when its token expires on the way, but not for ever", async () => {
  let slow = 3;
  const { url, seen, signIns } = await cloud({
    life: 0.2,
    dcs: () => (response, call) =>
      void setTimeout(() => (slow-- > 0 ? invalidToken : json(200, { ok: true }))(response, call), 250),
  });
  const { client } = quickClient(passwordSettings(url));
  await expect(client.request(read)).resolves.toEqual({ ok: true });
  expect(signIns()).toHaveLength(4);
  slow = Number.POSITIVE_INFINITY;
  seen.length = 0;
  await expect(client.request(read)).rejects.toMatchObject({ status: 401 });
  expect(seen.length - signIns().length).toBe(6);
});

test("a refused sign-in is tried once for all calls, and says what was used and where it came from", async () => {
  const { url, signIns } = await cloud({
    signIn: json(401, { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } }),
  });
  const { client } = quickClient(passwordSettings(url));
  const [first] = await Promise.all([message(client.request(read)), message(client.projectId())]);
  expect(await message(client.request(read))).toBe(first);
  expect(signIns()).toHaveLength(1);
  expect(first).toBe(
    `cannot sign in at ${url}/v3: The username or password is wrong (HTTP 401); check what was used: otc:userName / OS_USERNAME is "ops-bot" (from OS_USERNAME in the environment), otc:password / OS_PASSWORD (from otc:password in the stack's config), otc:domainName / OS_DOMAIN_NAME is "shop"; a user with an MFA device needs otc:passcode / OS_PASSCODE as well`,
  );
});

const refusedSignIn = async (words: string, settings = {}) => {
  const { url } = await cloud({ signIn: json(401, { error: { code: 401, message: words, title: "Unauthorized" } }) });
  return (await message(quickClient(passwordSettings(url, settings)).client.projectId())).replace(url, "<url>");
};

test("a project that IAM refuses is not blamed on the password, nor on MFA", async () => {
  const said = "The project does not exist or the user has no permission for it";
  const values = `otc:projectName / OS_PROJECT_NAME is "eu-de_shop", otc:domainName / OS_DOMAIN_NAME is "shop", otc:userName / OS_USERNAME is "ops-bot" (from OS_USERNAME in the environment)`;
  const expected = `cannot sign in at <url>/v3: ${said} (HTTP 401); check what was used: ${values}`;
  expect(await refusedSignIn(`${said}.`)).toBe(expected);
  const withPasscode = await refusedSignIn(`${said}.`, { passcode: "135790" });
  expect(withPasscode).toBe(expected);
});

test("a refusal in words that say nothing of its cause leaves every value open", async () => {
  const said = await refusedSignIn("The request you have made requires authentication.");
  for (const name of ["OS_USERNAME", "OS_PASSWORD", "OS_DOMAIN_NAME", "OS_PROJECT_NAME", "OS_PASSCODE"]) {
    expect(said).toContain(name);
  }
});

test("a sign-in that fails for a moment is repeated, and leaves no order's effect open", async () => {
  const { url, signIns } = await cloud({ signIn: json(503, {}) });
  const { client } = quickClient(passwordSettings(url));
  const order = { ...read, method: "POST", body: {} } as const;
  const error = await client.request(order).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 503, notExecuted: true });
  expect(signIns()).toHaveLength(5);
});

test("an address that is not IAM's is told", async () => {
  const { url } = await cloud({ signIn: json(200, { hello: "world" }) });
  expect(await message(quickClient(passwordSettings(url)).client.projectId())).toMatch(/otc:authUrl \/ OS_AUTH_URL/);
});

test("a region that the account's catalogue does not offer is named with those it does", async () => {
  const { url } = await cloud({ region: "eu-nl" });
  const { client } = quickClient(passwordSettings(url));
  expect(await message(client.endpoint())).toMatch(/is "eu-de" .* offers DCS in eu-nl/);
});

test("a ready-made token with project and endpoint configured needs no sign-in", async () => {
  const { url, signIns } = await cloud();
  await quickClient(tokenSettings(url)).client.request(read);
  expect(signIns()).toHaveLength(0);
});

test("a ready-made token tells its project and endpoint when they are not configured", async () => {
  const { url, signIns } = await cloud();
  const { client } = quickClient(tokenSettings(url, { projectId: undefined, dcsEndpoint: undefined }));
  await Promise.all([client.request(read), client.request(read)]);
  await expect(client.projectId()).resolves.toBe(PROJECT);
  expect(signIns().map(({ method }) => method)).toEqual(["GET"]);
});

test("a ready-made token that is refused is named, with the remedy", async () => {
  const { url, seen } = await cloud({ dcs: () => invalidToken });
  expect(await message(quickClient(tokenSettings(url)).client.request(read))).toMatch(
    /Invalid token .*; otc:token \/ OS_AUTH_TOKEN \(from OS_AUTH_TOKEN in the environment\) is invalid or expired: get a new token/,
  );
  expect(seen).toHaveLength(1);
});

test("tokens are secrets", async () => {
  const { url } = await cloud();
  await quickClient(passwordSettings(url)).client.request(read);
  expect(redact("token-1 ready-made-token Blue_Kettle7")).not.toMatch(/token-1|ready-made|Kettle/);
});
