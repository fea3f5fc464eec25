import { resolveSettings } from "../../../../provider/config/resolve";
import { unknownKeys } from "../../../../provider/config/unknown-keys";
import { redact } from "../../../../provider/http/secrets/redact";
import { configKeys } from "../../../../provider/process/stack-config";

/** Holds no clouds.yaml. */
const NOWHERE = __dirname;

type Texts = Record<string, string>;

const complete: Texts = {
  OS_USERNAME: "ops-bot",
  OS_PASSWORD: "Red_Kettle9",
  OS_DOMAIN_NAME: "shop",
  OS_PROJECT_NAME: "eu-de_shop",
};

const resolve = (env: Texts, config: Texts = {}, target: { region?: string; projectId?: string } = {}) =>
  resolveSettings({ stackConfig: (key) => config[key], env, target, cwd: NOWHERE, home: NOWHERE });

const messages = (...given: Parameters<typeof resolve>): string[] =>
  resolve(...given).problems.map(({ message }) => message);

const without = (name: string): Texts => Object.fromEntries(Object.entries(complete).filter(([key]) => key !== name));

test("user, password, account and project in the environment are enough", () => {
  const { settings, problems } = resolve(complete);
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    region: "eu-de",
    authUrl: "https://iam.eu-de.otc.t-systems.com/v3",
    insecure: false,
    liveChecks: true,
    onNameConflict: "fail",
  });
});

test("the resource has priority over the stack's config, and that over the environment", () => {
  const env = { ...complete, OS_REGION_NAME: "eu-de", OS_PROJECT_ID: "of-env" };
  const config = { "otc:region": "eu-nl", "otc:projectId": "of-stack" };
  expect(resolve(env, config).settings).toMatchObject({ region: "eu-nl", projectId: "of-stack" });
  expect(resolve(env, config, { region: "eu-de", projectId: "of-resource" }).settings).toMatchObject({
    region: "eu-de",
    projectId: "of-resource",
  });
  expect(resolve(env, config).settings.origins.region).toBe("otc:region in the stack's config");
});

test("a project named in the stack does not lose to an id left in the shell, nor its user to a token", () => {
  const { settings } = resolve(
    { ...complete, OS_PROJECT_ID: "left-over", OS_TOKEN: "left-over-token" },
    { "otc:projectName": "eu-de_test", "otc:userName": "ops-bot" },
  );
  expect(settings).toMatchObject({ projectName: "eu-de_test", userName: "ops-bot", password: "Red_Kettle9" });
  expect(settings.projectId).toBeUndefined();
  expect(settings.token).toBeUndefined();
});

test("the first of several variables counts, and an empty one is none", () => {
  expect(resolve({ ...complete, OS_DOMAIN_NAME: "", OS_USER_DOMAIN_NAME: "mine" }).settings.domainName).toBe("mine");
});

test.each([
  ["https://iam.example/v3", "https://iam.example/v3"],
  ["https://iam.example", "https://iam.example/v3"],
  ["https://iam.example/v3//", "https://iam.example/v3"],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/v3"],
])("authUrl %s is %s", (given, url) => {
  expect(resolve(complete, { "otc:authUrl": given }).settings.authUrl).toBe(url);
});

test("an endpoint copied from the catalogue is cut back to its base", () => {
  const given = { "otc:dcsEndpoint": "https://dcs.example/v1.0/0123" };
  expect(resolve(complete, given).settings.dcsEndpoint).toBe("https://dcs.example");
});

describe("one clear line says what is wrong", () => {
  test.each<[string, Texts, Texts, RegExp]>([
    [
      "no way to sign in",
      {},
      { "otc:region": "eu-de" },
      /^no way to sign in: set otc:token \/ OS_AUTH_TOKEN.*otc:userName \/ OS_USERNAME.*otc:accessKey \/ OS_ACCESS_KEY.*otc:cloud \/ OS_CLOUD; looked in .*stack's config, the environment, clouds\.yaml \(none in \., ~\/\.config\/openstack and \/etc\/openstack\)$/,
    ],
    [
      "an access key only",
      { OS_ACCESS_KEY: "x", OS_PROJECT_NAME: "eu-de_shop" },
      {},
      /^there is an access key \(from OS_ACCESS_KEY in the environment\) but no secret key: set otc:secretKey \/ OS_SECRET_KEY; looked in/,
    ],
    [
      "a user without password",
      without("OS_PASSWORD"),
      {},
      /there is a user \(from OS_USERNAME in the environment\) but no password: set otc:password \/ OS_PASSWORD/,
    ],
    [
      "a password without user",
      without("OS_USERNAME"),
      {},
      /there is a password .* but no user: set otc:userName \/ OS_USERNAME/,
    ],
    [
      "no project",
      without("OS_PROJECT_NAME"),
      { "otc:region": "eu-de" },
      /no project: set otc:projectName \/ OS_PROJECT_NAME/,
    ],
    ["no account", without("OS_DOMAIN_NAME"), {}, /no account: set otc:domainName \/ OS_DOMAIN_NAME/],
    [
      "a mistyped region",
      complete,
      { "otc:region": "eu-dd" },
      /otc:region \/ OS_REGION_NAME is "eu-dd" \(from otc:region in the stack's config\).*did you mean eu-de\?/,
    ],
    [
      "an unknown region",
      complete,
      { "otc:region": "mars-north-1" },
      /not a known region: for another region set otc:authUrl.*the known regions are eu-de, eu-nl/,
    ],
    [
      "no region",
      { ...complete, OS_PROJECT_NAME: "shop" },
      {},
      /no region: set otc:region \/ OS_REGION_NAME to eu-de or eu-nl/,
    ],
    ["region and project apart", complete, { "otc:region": "eu-nl" }, /the project "eu-de_shop" .* belongs to eu-de/],
    [
      "a bad switch",
      complete,
      { "otc:insecure": "perhaps" },
      /otc:insecure \/ OS_INSECURE is "perhaps".*set it to true or false/,
    ],
    ["bad live checks", { ...complete, OTC_LIVE_CHECKS: "often" }, {}, /otc:liveChecks \/ OTC_LIVE_CHECKS is "often"/],
    ["a bad onNameConflict", complete, { "otc:onNameConflict": "steal" }, /set it to fail or adopt/],
    [
      "a malformed URL",
      complete,
      { "otc:authUrl": "iam.example" },
      /otc:authUrl \/ OS_AUTH_URL is "iam.example".*begins with https/,
    ],
    ["a path too much", complete, { "otc:dcsEndpoint": "https://dcs.example/api" }, /base URL without a path/],
  ])("%s", (_what, env, config, expected) => {
    const found = messages(env, config);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]).not.toContain("\n");
  });

  test("and a password inside a URL is not repeated", () => {
    const [message] = messages(complete, { "otc:authUrl": "https://me:Hidden_77@iam.example" });
    expect(message).toMatch(/holds a user/);
    expect(message).not.toContain("Hidden_77");
  });

  test("and all mistakes are reported at once", () => {
    expect(messages({ OS_USERNAME: "me", OTC_LIVE_CHECKS: "x" }).length).toBeGreaterThanOrEqual(5);
  });
});

test("another region is taken when its IAM is given", () => {
  expect(
    messages(complete, { "otc:region": "eu-ch2", "otc:authUrl": "https://iam.example", "otc:projectName": "x" }),
  ).toEqual([]);
});

test("secret settings are masked from then on", () => {
  resolve({ ...complete, OS_SECRET_KEY: "violet-secret-key" });
  expect(redact("violet-secret-key Red_Kettle9")).toBe("[secret] [secret]");
});

describe("a key of the stack's config that is no setting", () => {
  test("is named with the one that was probably meant", () => {
    const [problem] = unknownKeys(["otc:regoin", "otc:region", "aws:regoin", "app:x"], "shop");
    expect(problem?.setting).toBe("otc:regoin");
    expect(problem?.message).toMatch(
      /^otc:regoin in the stack's config is not a setting: did you mean otc:region \/ OS_REGION_NAME\?/,
    );
  });

  test("is renamed with --secret if a secret was probably meant", () => {
    const [problem] = unknownKeys(["otc:pasword"], "shop");
    expect(problem?.message).toContain("`pulumi config set --secret otc:password`");
  });

  test("is found whatever it is, unless the project's own name is otc", () => {
    expect(unknownKeys(["otc:cachePassphraseOfMine"], "shop")).toHaveLength(1);
    expect(unknownKeys(["otc:cachePassphraseOfMine"], "otc")).toEqual([]);
  });

  test("is not looked for if the runtime does not show the keys", () => {
    expect(unknownKeys(configKeys({ get: () => undefined }), "shop")).toEqual([]);
  });
});
