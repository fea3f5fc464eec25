import { type Client, call, codeOf, project, quota, type Reply, signed, started } from "../support/credentials";

let client: Client;
let token: string;
beforeAll(async () => {
  client = await started({ createMs: 60_000 });
  token = client.emulator.signIn.token.OS_AUTH_TOKEN ?? "";
});
afterAll(() => client.emulator.close());

const path = "/v3.0/OS-CREDENTIAL/securitytokens";
const ask = (identity: object, headers: Record<string, string> = {}): Promise<Reply> =>
  call(client, { method: "POST", path, body: { auth: { identity } }, headers });
const signer = ({ body: { credential } }: Reply) => ({
  access: credential.access,
  secret: credential.secret,
  securityToken: credential.securitytoken,
});

test.each([
  ["in the header", () => [{ methods: ["token"] }, { "x-auth-token": token }] as const],
  ["in the body", () => [{ methods: ["token"], token: { id: token } }, {}] as const],
])("A token %s gives a temporary key that signs requests", async (_, order) => {
  const [identity, headers] = order();
  const reply = await ask(identity, headers);
  expect(reply.status).toBe(201);
  expect((await signed(client, signer(reply), quota())).status).toBe(200);
});

test("A temporary key lives 15 minutes, or as long as was asked for", async () => {
  const minutesOf = (reply: Reply) => (Date.parse(reply.body.credential.expires_at) - Date.now()) / 60_000;
  const lasting = (duration_seconds?: number) => ask({ methods: ["token"], token: { id: token, duration_seconds } });
  expect(minutesOf(await lasting())).toBeCloseTo(15, 0);
  expect(minutesOf(await lasting(0))).toBeCloseTo(15, 0);
  expect(minutesOf(await lasting(7200))).toBeCloseTo(120, 0);
});

test("A temporary key is refused once its time is over", async () => {
  const own = await started({ createMs: 60_000 });
  const identity = { methods: ["token"], token: { id: own.emulator.signIn.token.OS_AUTH_TOKEN } };
  const key = signer(await call(own, { method: "POST", path, body: { auth: { identity } } }));
  const later = 16 * 60_000;
  own.emulator.skewClock(later);
  const reply = await signed(own, key, quota(), { skewMs: later });
  expect(reply.body.error_msg).toBe("Incorrect IAM authentication information: decrypt token fail");
  await own.emulator.close();
});

test.each([
  ["a life shorter than 15 minutes", { methods: ["token"], token: { duration_seconds: 899 } }, 400],
  ["a life longer than a day", { methods: ["token"], token: { duration_seconds: 86_401 } }, 400],
  ["a password", { methods: ["password"], password: {} }, 400],
  [
    "an agency that does not exist",
    { methods: ["assume_role"], assume_role: { agency_name: "x", domain_name: "y" } },
    404,
  ],
])("A temporary key for %s is refused", async (_, identity, status) => {
  expect((await ask(identity, { "x-auth-token": token })).status).toBe(status);
});

test("A temporary key without a token, or with a wrong one, is refused", async () => {
  expect((await ask({ methods: ["token"] })).status).toBe(401);
  expect((await ask({ methods: ["token"] }, { "x-auth-token": "nonsense" })).status).toBe(401);
});

test("A temporary key of an agency works in the projects that are delegated, and in no other", async () => {
  const { OS_AGENCY_NAME: agency_name, OS_AGENCY_DOMAIN_NAME: domain_name } = client.emulator.signIn.agency;
  const role = { agency_name, domain_name, domain_id: "", duration_seconds: 900 };
  const reply = await ask({ methods: ["assume_role"], assume_role: role }, { "x-auth-token": token });
  expect((await signed(client, signer(reply), quota(project.delegated))).status).toBe(200);
  expect(codeOf(await signed(client, signer(reply), quota(project.local)))).toBe("111401004");
});
