import { type Emulator, type EmulatorOptions, startEmulator } from "../../../../emulator";
import type { DcsClient } from "../../../../provider/client/dcs-client";
import { createClient } from "../../../../provider/client/open-client";
import { resolveSettings } from "../../../../provider/config/resolve";
import { message, read } from "./cloud";

type Variables = Readonly<Record<string, string>>;

const running: Emulator[] = [];
afterEach(() => Promise.all(running.splice(0).map((emulator) => emulator.close())));

async function started(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ redis: false, createMs: 20, ...options });
  running.push(emulator);
  return emulator;
}

/** The client of a user who has set these variables and nothing else. */
function clientOf(env: Variables): DcsClient {
  const { settings, problems } = resolveSettings({ stackConfig: () => undefined, env, target: {} });
  expect(problems).toEqual([]);
  return createClient(settings, { pause: () => Promise.resolve() });
}

const calls = ({ journal }: Emulator) => journal.map(({ method, path, status }) => `${method} ${path} ${status}`);

const WAYS = ["password", "mfa", "token", "keys", "temporaryKeys"] as const;

const order = (name: string) => ({
  name,
  engine: "Redis",
  engine_version: "6.0",
  capacity: 2,
  password: "Blue_Kettle7",
  vpc_id: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  subnet_id: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
  available_zones: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
  product_id: "redis.ha.xu1.large.r2.2-h",
});

const create = (client: DcsClient, name: string) =>
  client.request<{ instance_id: string }>({
    method: "POST",
    path: "/v1.0/{project_id}/instances",
    body: order(name),
    purpose: `create the cache ${JSON.stringify(name)}`,
  });

describe("the local DCS lets in whoever signs in", () => {
  test.each(WAYS)("by %s", async (way) => {
    const emulator = await started({ singleUsePasscodes: true });
    const client = clientOf(emulator.signIn[way]);
    const project = emulator.env.OS_PROJECT_NAME;
    await create(client, "orders-cache");
    await expect(client.request(read)).resolves.toMatchObject({ instance_num: 1 });
    expect(emulator.instances()).toMatchObject([{ projectId: await client.projectId() }]);
    expect(await client.endpoint()).toBe(emulator.url);
    expect(project).toBe("eu-de_local");
    expect(calls(emulator).filter((call) => !/ 20\d$/.test(call))).toEqual([]);
  });

  test.each(["password", "token", "keys", "temporaryKeys"] as const)(
    "for another account, by agency and %s",
    async (way) => {
      const emulator = await started();
      const { OS_AGENCY_NAME, OS_AGENCY_DOMAIN_NAME, OS_DELEGATED_PROJECT } = emulator.signIn.agency as Variables;
      const agency = { OS_AGENCY_NAME, OS_AGENCY_DOMAIN_NAME, OS_DELEGATED_PROJECT } as Variables;
      const client = clientOf({ ...emulator.signIn[way], ...agency });
      await create(client, "delegated");
      expect(emulator.instances()).toMatchObject([{ projectId: await client.projectId() }]);
      expect(await client.projectId()).not.toBe(await clientOf(emulator.signIn.password).projectId());
      expect(calls(emulator).filter((call) => !/ 20\d$/.test(call))).toEqual([]);
    },
  );
});

describe("whoever is refused is told what was used, and no secret:", () => {
  const WRONG = "Wrong_Anchor42";
  test.each<[string, (emulator: Emulator) => Variables, RegExp]>([
    [
      "a wrong password",
      ({ signIn }) => ({ ...signIn.password, OS_PASSWORD: WRONG }),
      /^cannot sign in at .*username or password is wrong.*; check what was used: otc:userName \/ OS_USERNAME is "local-user" \(from OS_USERNAME in the environment\), otc:password \/ OS_PASSWORD \(from OS_PASSWORD in the environment\)/,
    ],
    [
      "a wrong project",
      ({ signIn }) => ({ ...signIn.password, OS_PROJECT_NAME: "eu-de_gone" }),
      /project does not exist.*OS_PROJECT_NAME is "eu-de_gone" \(from OS_PROJECT_NAME in the environment\)/,
    ],
    [
      "a wrong passcode",
      ({ signIn }) => ({ ...signIn.mfa, OS_PASSCODE: "12_x" }),
      /passcode is wrong.*otc:passcode \/ OS_PASSCODE \(from OS_PASSCODE in the environment\)/,
    ],
    [
      "a token that is none",
      ({ signIn }) => ({ ...signIn.token, OS_AUTH_TOKEN: WRONG }),
      /OS_AUTH_TOKEN.*invalid or expired/,
    ],
    [
      "a wrong secret key",
      ({ signIn }) => ({ ...signIn.keys, OS_SECRET_KEY: WRONG }),
      /verify aksk signature fail.*otc:accessKey \/ OS_ACCESS_KEY is "LOCAL-ONLY-ACCESS-KEY".*otc:secretKey \/ OS_SECRET_KEY \(from/,
    ],
    [
      "a wrong security token",
      ({ signIn }) => ({ ...signIn.temporaryKeys, OS_SECURITY_TOKEN: WRONG }),
      /otc:securityToken \/ OS_SECURITY_TOKEN \(from.*temporary keys live/,
    ],
    [
      "a project that the keys' account has not",
      ({ signIn }) => ({ ...signIn.keys, OS_PROJECT_NAME: "eu-de_gone" }),
      /OS_PROJECT_NAME is "eu-de_gone" \(from OS_PROJECT_NAME in the environment\), which is no project of the access key's account/,
    ],
    [
      "an agency that does not exist",
      ({ signIn }) => ({ ...signIn.agency, OS_AGENCY_NAME: "nobody" }),
      /^cannot take on the agency "nobody".*otc:agencyName \/ OS_AGENCY_NAME is "nobody" \(from OS_AGENCY_NAME in the environment\)/,
    ],
    [
      "a project that is not delegated",
      ({ signIn }) => ({ ...signIn.agency, OS_DELEGATED_PROJECT: "eu-de_local" }),
      /otc:delegatedProject \/ OS_DELEGATED_PROJECT is "eu-de_local" \(from OS_DELEGATED_PROJECT in the environment\)/,
    ],
  ])("%s", async (_, env, words) => {
    const emulator = await started();
    const client = clientOf(env(emulator));
    const said = await message(client.projectId());
    expect(said).toMatch(words);
    expect(said).not.toContain(WRONG);
    expect(said).not.toContain("\n");
    const asked = emulator.journal.length;
    await message(client.request(read));
    expect(emulator.journal).toHaveLength(asked);
  });

  test.each([20, -20])("a clock that is %i minutes off", async (minutes) => {
    const emulator = await started({ clockSkewMs: minutes * 60_000 });
    expect(await message(clientOf(emulator.signIn.keys).projectId())).toMatch(
      new RegExp(`clock of this machine is 20 minutes ${minutes > 0 ? "behind" : "ahead of"} the service's`),
    );
  });

  test("temporary keys that expire during the run", async () => {
    const emulator = await started();
    const client = clientOf(emulator.signIn.temporaryKeys);
    await client.request(read);
    emulator.expireTemporaryKeys();
    expect(await message(client.request(read))).toMatch(/^cannot list the caches: .*temporary keys live 15 minutes/);
    const asked = emulator.journal.length;
    await message(client.request(read));
    expect(emulator.journal).toHaveLength(asked);
  });
});

test("a wrong secret key does not lock the key, however many instances use it at once", async () => {
  const emulator = await started();
  const client = clientOf({ ...emulator.signIn.keys, OS_SECRET_KEY: "Wrong_Anchor42" });
  await Promise.all(Array.from({ length: 100 }, () => message(client.request(read))));
  await expect(clientOf(emulator.signIn.keys).request(read)).resolves.toBeDefined();
  expect(calls(emulator).filter((call) => call.endsWith(" 401"))).toHaveLength(1);
});

test("a clock that is off does not hinder a token", async () => {
  const emulator = await started({ clockSkewMs: -3_600_000 });
  await expect(clientOf(emulator.signIn.password).request(read)).resolves.toBeDefined();
});

describe("a token that lives two seconds serves a hundred instances for six,", () => {
  test.each(["password", "agency"] as const)(
    "by %s",
    async (way) => {
      const emulator = await started({ tokenLifetimeMs: 2_000 });
      const client = clientOf(emulator.signIn[way]);
      const begun = Date.now();
      const ids = await Promise.all(
        Array.from({ length: 100 }, async (_, at) => {
          const { instance_id } = await create(client, `cache-${at}`);
          while (Date.now() < begun + 6_000) {
            await client.request({
              method: "GET",
              path: `/v1.0/{project_id}/instances/${instance_id}`,
              purpose: "read",
            });
            await new Promise((wake) => setTimeout(wake, 1_000));
          }
          return instance_id;
        }),
      );
      expect(new Set(ids).size).toBe(100);
      expect(emulator.instances()).toHaveLength(100);
      // A token is renewed after 1.6 of its two seconds, never earlier; an agency has two, the own one and its.
      const tokens = way === "agency" ? 2 : 1;
      expect(emulator.signInCount()).toBeGreaterThan(2 * tokens);
      expect(emulator.signInCount()).toBeLessThanOrEqual(tokens * Math.ceil((Date.now() - begun) / 1_600));
    },
    120_000,
  );
});

test("tokens that the service takes back are renewed once for all", async () => {
  const emulator = await started();
  const client = clientOf(emulator.signIn.password);
  await client.request(read);
  emulator.expireTokens();
  await Promise.all(Array.from({ length: 100 }, () => client.request(read)));
  expect(emulator.signInCount()).toBe(2);
});
