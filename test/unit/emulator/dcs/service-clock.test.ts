import { type Client, current } from "../support/client";
import {
  call,
  codeOf,
  keyOf,
  passwordOf,
  project,
  quota,
  signed,
  signIn,
  started,
  tokenOf,
  withToken,
} from "../support/credentials";

const hour = 3_600_000;
let client: Client;
afterEach(() => client.emulator.close());

const enter = () => signIn(client, passwordOf(client.emulator.signIn.password), { project: { id: project.local } });
const near = (text: string | null, expected: number) =>
  expect(Math.abs(Date.parse(text ?? "") - expected)).toBeLessThan(5_000);

test("A service whose clock is off says so in Date, in tokens and in what it creates", async () => {
  client = await started({ createMs: 60_000, clockSkewMs: -hour });
  const then = Date.now() - hour;
  const reply = await enter();
  near(reply.headers.get("date"), then);
  near(reply.body.token.issued_at, then);
  near(reply.body.token.expires_at, then + 24 * hour);
  const path = `/v1.0/${project.local}/instances`;
  const { body } = await withToken(client, tokenOf(reply), { method: "POST", path, body: current() });
  near((await withToken(client, tokenOf(reply), { path: `${path}/${body.instance_id}` })).body.created_at, then);
});

test("Signatures are judged by the service's clock", async () => {
  client = await started({ clockSkewMs: hour });
  const key = keyOf(client.emulator.signIn.keys);
  expect((await signed(client, key, quota())).body.error_msg).toContain("x-sdk-date expired");
  expect((await signed(client, key, quota(), { skewMs: hour })).status).toBe(200);
});

test("A token that lives two seconds works for two seconds", async () => {
  client = await started({ tokenLifetimeMs: 2_000 });
  const token = tokenOf(await enter());
  client.emulator.skewClock(500);
  expect((await withToken(client, token, quota())).status).toBe(200);
  client.emulator.skewClock(2_001);
  expect(codeOf(await withToken(client, token, quota()))).toBe("111401002");
});

test("Sign-ins are counted, refused ones and other ways to look at tokens are not", async () => {
  client = await started();
  const before = client.emulator.signInCount();
  const token = tokenOf(await enter());
  await signIn(client, { methods: ["password"], password: { user: { ...client.user(), password: "open sesame" } } });
  await call(client, { path: "/v3/auth/tokens", headers: { "x-auth-token": token, "x-subject-token": token } });
  expect(client.emulator.signInCount() - before).toBe(1);
});
