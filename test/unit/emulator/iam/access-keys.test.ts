import {
  type Client,
  call,
  codeOf,
  type Deviation,
  keyOf,
  project,
  quota,
  signed,
  started,
} from "../support/credentials";

const minutes = 60_000;
const inLocal = { "x-project-id": project.local };
let client: Client;
beforeEach(async () => {
  client = await started({ createMs: 60_000, keyLockMs: minutes });
});
afterEach(() => client.emulator.close());

const permanent = () => keyOf(client.emulator.signIn.keys);
const temporary = () => keyOf(client.emulator.signIn.temporaryKeys);

test.each([
  ["a permanent key", permanent],
  ["a temporary key with its security token", temporary],
])("A request signed with %s is let in", async (_, key) => {
  expect((await signed(client, key(), quota())).status).toBe(200);
  expect((await signed(client, key(), { ...quota(), headers: inLocal })).status).toBe(200);
  expect((await signed(client, key(), { path: "/v1.0/products", headers: inLocal })).status).toBe(200);
});

test("The names of a region and a service may stand in the credential", async () => {
  expect((await signed(client, permanent(), quota(), { scope: ["eu-de", "dcs"] })).status).toBe(200);
});

test.each<[string, string, Deviation & { secret?: string; access?: string }]>([
  ["with another secret key", "verify aksk signature fail", { secret: "open-sesame" }],
  ["with an access key that does not exist", "Get secretKey failed,ak:NOBODY,err:ak not exist", { access: "NOBODY" }],
  ["by a clock 16 minutes behind", "x-sdk-date expired", { skewMs: -16 * minutes }],
  ["by a clock 16 minutes ahead", "x-sdk-date expired", { skewMs: 16 * minutes }],
  ["without the host", "verify aksk signature fail", { signedHeaders: ["x-sdk-date"] }],
  ["without the date", "verify aksk signature fail", { signedHeaders: ["host"] }],
])("A request signed %s is refused by the gateway", async (_, reason, { secret, access, ...odd }) => {
  const key = { access: access ?? permanent().access, secret: secret ?? permanent().secret };
  const reply = await signed(client, key, quota(), odd);
  expect(reply).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  expect(reply.body.error_msg).toBe(`Incorrect IAM authentication information: ${reason}`);
  expect(reply.body.request_id).toBe(reply.headers.get("x-request-id"));
});

test.each([-14, 14])("A clock that is off by %d minutes is near enough", async (off) => {
  expect((await signed(client, permanent(), quota(), { skewMs: off * minutes })).status).toBe(200);
});

test("A body other than the signed one is refused, and nothing is created", async () => {
  const request = { method: "POST", path: `/v1.0/${project.local}/instances`, body: { name: "mine" } };
  const reply = await signed(client, permanent(), request, { sent: '{"name":"yours"}' });
  expect(reply).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  expect(client.emulator.instances()).toEqual([]);
});

test("A ready-made hash of the body must be the body's", async () => {
  const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const hashed = (hash: string) => ({ ...quota(), headers: { "x-sdk-content-sha256": hash } });
  expect((await signed(client, permanent(), hashed(ofNothing))).status).toBe(200);
  expect(codeOf(await signed(client, permanent(), hashed(ofNothing.replace("e3", "3e"))))).toBe("APIGW.0301");
});

test.each([
  ["with the query changed", "/v1.0/availableZones?a=1", "/v1.0/availableZones?a=2"],
  ["with the path changed", quota().path, quota(project.shop).path],
])("A signature goes with its request: %s it is refused", async (_, path, other) => {
  const authorization: string[] = [];
  const spy = jest.spyOn(globalThis, "fetch").mockImplementationOnce(async (_url, init) => {
    const headers = init?.headers as Record<string, string>;
    authorization.push(headers.authorization ?? "", headers["x-sdk-date"] ?? "");
    return new Response("{}");
  });
  await signed(client, permanent(), { path, headers: inLocal });
  spy.mockRestore();
  const [signature = "", date = ""] = authorization;
  const again = (to: string) =>
    call(client, { path: to, headers: { ...inLocal, authorization: signature, "x-sdk-date": date } });
  expect((await again(path)).status).toBe(200);
  expect(codeOf(await again(other))).toBe("APIGW.0301");
});

describe("A temporary key is refused", () => {
  test("without its security token", async () => {
    const { access, secret } = temporary();
    expect((await signed(client, { access, secret }, quota())).body.error_msg).toContain("ak not exist");
  });

  test("with another security token", async () => {
    const reply = await signed(client, { ...temporary(), securityToken: "nonsense" }, quota());
    expect(reply.body.error_msg).toBe("Incorrect IAM authentication information: decrypt token fail");
  });

  test("once it has expired", async () => {
    client.emulator.expireTemporaryKeys();
    expect((await signed(client, temporary(), quota())).body.error_msg).toContain("decrypt token fail");
    expect((await signed(client, permanent(), quota())).status).toBe(200);
  });
});

test("A permanent key with a security token is refused", async () => {
  const reply = await signed(client, { ...permanent(), securityToken: "left over" }, quota());
  expect(reply.body.error_msg).toContain("decrypt token fail");
});

describe("The project of a signed call", () => {
  test("must be one the key may use", async () => {
    const reply = await signed(client, permanent(), { ...quota(), headers: { "x-project-id": project.delegated } });
    expect(reply).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  });

  test("must be the one in the path", async () => {
    expect(codeOf(await signed(client, permanent(), { ...quota(project.shop), headers: inLocal }))).toBe("111401004");
    expect(codeOf(await signed(client, permanent(), quota(project.delegated)))).toBe("111401004");
  });

  test("must be told where the path has none", async () => {
    expect(codeOf(await signed(client, permanent(), { path: "/v1.0/availableZones" }))).toBe("111401001");
  });
});

describe("A key is locked after more than five failures in a row", () => {
  const wrong = () => signed(client, { ...permanent(), secret: "open-sesame" }, quota());

  test("and works again when its time is over", async () => {
    for (let failures = 0; failures < 6; failures += 1) await wrong();
    const locked = await signed(client, permanent(), quota());
    expect(locked.body.error_msg).toContain("AK access failed to reach the limit,forbidden");
    client.emulator.skewClock(minutes);
    expect((await signed(client, permanent(), quota())).status).toBe(200);
  });

  test("and not when one in between succeeded", async () => {
    for (let failures = 0; failures < 5; failures += 1) await wrong();
    expect((await signed(client, permanent(), quota())).status).toBe(200);
    for (let failures = 0; failures < 5; failures += 1) await wrong();
    expect((await signed(client, permanent(), quota())).status).toBe(200);
  });
});

describe("IAM answers a signed call", () => {
  const iam = (path: string, headers = {}) => signed(client, permanent(), { path, headers });

  test("for the id of a project by its name", async () => {
    const { body } = await iam("/v3/projects?name=eu-nl_shop");
    expect(body.projects).toMatchObject([{ id: project.dutch, name: "eu-nl_shop" }]);
  });

  test("for all projects of the domain, and for none of another domain", async () => {
    const names = (await iam("/v3/projects")).body.projects.map(({ name }) => name);
    expect(names).toEqual(["eu-de_local", "eu-de", "eu-de_shop", "eu-nl", "eu-nl_shop"]);
  });

  test("for the id of its domain by name, and finds no other domain", async () => {
    const name = client.emulator.env.OS_DOMAIN_NAME;
    expect((await iam(`/v3/auth/domains?name=${name}`)).body.domains).toMatchObject([{ name }]);
    expect((await iam("/v3/auth/domains?name=OTC-LOCAL-DELEGATING")).body.domains).toEqual([]);
  });

  test("for the catalogue of the project it names", async () => {
    const { body } = await iam("/v3/auth/catalog", { "x-project-id": project.shop });
    const dcs = body.catalog.find(({ type }) => type === "dcsv1");
    expect(dcs?.endpoints.map(({ region, url }) => [region, url])).toEqual([
      ["eu-de", `${client.emulator.url}/v1.0/${project.shop}`],
      ["eu-nl", `${client.emulator.url}/v1.0/${project.shop}`],
    ]);
  });
});
