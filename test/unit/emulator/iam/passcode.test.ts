import { passcodeAt } from "../../../../emulator/world/accounts/passcodes";
import { type Client, passwordOf, project, quota, signIn, started, tokenOf, withToken } from "../support/credentials";

let client: Client;
beforeEach(async () => {
  client = await started({ createMs: 60_000 });
});
afterEach(() => client.emulator.close());

const scope = { project: { id: project.local } };
const mfa = () => client.emulator.signIn.mfa;
const both = (user: object = {}, from: Client = client) => {
  const { OS_USER_ID: id, OS_PASSCODE: passcode } = from.emulator.signIn.mfa;
  return {
    ...passwordOf(from.emulator.signIn.mfa),
    methods: ["password", "totp"],
    totp: { user: { id, passcode, ...user } },
  };
};
const halfMinute = 30_000;

test("Passcodes are those of RFC 6238", () => {
  const key = "12345678901234567890";
  // The RFC's table has eight digits; devices show the last six.
  expect([59, 1_111_111_109, 20_000_000_000].map((seconds) => passcodeAt(key, seconds * 1000))).toEqual([
    "287082",
    "081804",
    "353130",
  ]);
});

test("Password and passcode give a token that DCS takes", async () => {
  const reply = await signIn(client, both(), scope);
  expect(reply).toMatchObject({ status: 201, body: { token: { methods: ["password", "totp"] } } });
  expect((await withToken(client, tokenOf(reply), quota())).status).toBe(200);
});

test("The password alone is refused to a user with an MFA device, and the passcode alone as well", async () => {
  expect(await signIn(client, passwordOf(mfa()), scope)).toMatchObject({ status: 401, body: { error: { code: 401 } } });
  expect((await signIn(client, { ...both(), methods: ["totp"] }, scope)).status).toBe(401);
});

test("A passcode of some minutes ago is refused, one of the last half-minute is not", async () => {
  const toStartOfStep = -(Date.now() % halfMinute);
  client.emulator.skewClock(toStartOfStep);
  const identity = both();
  client.emulator.skewClock(toStartOfStep + halfMinute);
  expect((await signIn(client, identity, scope)).status).toBe(201);
  client.emulator.skewClock(toStartOfStep + 3 * halfMinute);
  expect((await signIn(client, identity, scope)).status).toBe(401);
});

test.each([
  ["a wrong passcode", { passcode: "nonsense" }, 401],
  ["no passcode", { passcode: undefined }, 401],
  ["the passcode of a user without a device", { id: "a5e7a5e7a5e7a5e7a5e7a5e7a5e7a5e7" }, 401],
  ["no user id for the passcode", { id: undefined }, 400],
])("Sign-in with %s is refused", async (_, user, status) => {
  expect((await signIn(client, both(user), scope)).status).toBe(status);
});

test("The passcode must be of the user whose password it is", async () => {
  const { password } = passwordOf(client.emulator.signIn.password) as { password: object };
  expect((await signIn(client, { ...both(), password }, scope)).status).toBe(401);
});

test("A passcode may be used again, unless the service is told to take each once", async () => {
  expect((await signIn(client, both(), scope)).status).toBe(201);
  expect((await signIn(client, both(), scope)).status).toBe(201);
  const strict = await started({ singleUsePasscodes: true });
  const identity = both({}, strict);
  expect((await signIn(strict, identity, scope)).status).toBe(201);
  expect((await signIn(strict, identity, scope)).status).toBe(401);
  await strict.emulator.close();
});

test("The passcode is nowhere in the journal", async () => {
  const passcode = mfa().OS_PASSCODE;
  await signIn(client, both({ passcode }), scope);
  expect(JSON.stringify(client.emulator.journal)).not.toContain(`"${passcode}"`);
});
