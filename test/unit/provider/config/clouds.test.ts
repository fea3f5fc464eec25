import { resolveSettings } from "../../../../provider/config/resolve";
import { redact } from "../../../../provider/http/secrets/redact";
import { removeFolders, withFiles } from "./folders";

afterAll(removeFolders);

type Texts = Readonly<Record<string, string>>;

/** Resolves with these files, variables and configuration. */
function resolve(files: Texts, env: Texts = {}, config: Texts = {}, target = {}) {
  const { settings, problems } = resolveSettings({
    stackConfig: (key) => config[key],
    env,
    target,
    ...withFiles(files),
  });
  return { settings, messages: problems.map(({ message }) => message) };
}

const entry = (auth: Texts, further: Texts = {}): object => ({ ...further, auth });
const cloudsOf = (clouds: Record<string, object>): string => JSON.stringify({ clouds });

const person = {
  username: "ops-bot",
  password: "Red_Kettle9",
  user_domain_name: "shop",
  project_name: "eu-de_shop",
};

test("the entry that OS_CLOUD names signs in, each value with the place it stands in", () => {
  const files = {
    "clouds.yaml": cloudsOf({ other: entry({ token: "t" }), otc: entry(person, { region_name: "eu-de" }) }),
  };
  const { settings, messages } = resolve(files, { OS_CLOUD: "otc" });
  expect(messages).toEqual([]);
  expect(settings).toMatchObject({
    region: "eu-de",
    userName: "ops-bot",
    password: "Red_Kettle9",
    domainName: "shop",
    projectName: "eu-de_shop",
  });
  expect(settings.origins.password).toBe('password of cloud "otc" in ./clouds.yaml');
});

test("secrets kept apart are merged in and go first", () => {
  const { password: _, ...rest } = person;
  const { settings, messages } = resolve(
    {
      "clouds.yaml": cloudsOf({ otc: entry({ ...rest, project_name: "eu-de" }) }),
      "secure.yaml": cloudsOf({ otc: entry({ password: "Red_Kettle9", project_name: "eu-de_shop" }) }),
    },
    { OS_CLOUD: "otc" },
  );
  expect(messages).toEqual([]);
  expect(settings).toMatchObject({ userName: "ops-bot", password: "Red_Kettle9", projectName: "eu-de_shop" });
  expect(settings.origins.password).toBe('password of cloud "otc" in ./secure.yaml');
});

test("the message about a damaged secure.yaml names that file", () => {
  const files = { "clouds.yaml": cloudsOf({ otc: entry(person) }), "secure.yaml": "clouds: [Hidden_77" };
  const { messages } = resolve(files, { OS_CLOUD: "otc" });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^\.\/secure\.yaml is not valid YAML: .* in line 1, column \d+: correct it/);
  expect(messages[0]).not.toContain("Hidden_77");
});

describe("the file is found", () => {
  const otc = cloudsOf({ otc: entry(person) });

  test.each([
    ["clouds.yml", "./clouds.yml"],
    ["clouds.json", "./clouds.json"],
    ["~/.config/openstack/clouds.yaml", "~/.config/openstack/clouds.yaml"],
  ])("at %s", (name, shown) => {
    const { settings, messages } = resolve({ [name]: otc }, { OS_CLOUD: "otc" });
    expect(messages).toEqual([]);
    expect(settings.origins.userName).toBe(`username of cloud "otc" in ${shown}`);
  });

  test("in the program's directory before the home, and secrets beside it", () => {
    const { settings } = resolve(
      {
        "clouds.yaml": otc,
        "~/.config/openstack/clouds.yaml": cloudsOf({ otc: entry({ ...person, username: "other" }) }),
        "~/.config/openstack/secure.yaml": cloudsOf({ otc: entry({ password: "Far_Kettle1" }) }),
        "secure.yaml": cloudsOf({ otc: entry({ password: "Near_Kettle1" }) }),
      },
      { OS_CLOUD: "otc" },
    );
    expect(settings).toMatchObject({ userName: "ops-bot", password: "Near_Kettle1" });
  });

  test("where OS_CLIENT_CONFIG_FILE says, from the program's directory or from home", () => {
    for (const [name, variable] of [
      ["conf/my.yaml", "conf/my.yaml"],
      ["~/my.yaml", "~/my.yaml"],
    ] as const) {
      const files = { [name]: otc, "clouds.yaml": cloudsOf({ otc: entry({ ...person, username: "other" }) }) };
      const { settings, messages } = resolve(files, { OS_CLOUD: "otc", OS_CLIENT_CONFIG_FILE: variable });
      expect(messages).toEqual([]);
      expect(settings.userName).toBe("ops-bot");
    }
  });

  test("and its secrets where OS_CLIENT_SECURE_FILE says", () => {
    const files = { "clouds.yaml": otc, "vault.yaml": cloudsOf({ otc: entry({ password: "Vault_Kettle1" }) }) };
    const { settings } = resolve(files, { OS_CLOUD: "otc", OS_CLIENT_SECURE_FILE: "vault.yaml" });
    expect(settings.password).toBe("Vault_Kettle1");
  });
});

describe("without OS_CLOUD", () => {
  const files = { "clouds.yaml": cloudsOf({ otc: entry(person) }) };

  test("the only entry is used if nothing else says who signs in", () => {
    expect(resolve(files).settings.userName).toBe("ops-bot");
    expect(resolve(files, { OS_PASSWORD: "left-over-1" }).settings).toMatchObject({ userName: "ops-bot" });
  });

  test("a file is not read when something else says who signs in, even if it is broken", () => {
    const env = { OS_TOKEN: "ready-made-token", OS_REGION_NAME: "eu-nl" };
    const { settings, messages } = resolve({ "clouds.yaml": "{" }, env);
    expect(messages).toEqual([]);
    expect(settings.region).toBe("eu-nl");
  });
});

describe("an entry", () => {
  test("has lower priority than environment, stack and resource, value by value", () => {
    const files = { "clouds.yaml": cloudsOf({ otc: entry(person, { region_name: "eu-de", cacert: "none.pem" }) }) };
    const { settings } = resolve(files, { OS_CLOUD: "otc", OS_PROJECT_NAME: "eu-de_env", OS_INSECURE: "1" });
    expect(settings).toMatchObject({ projectName: "eu-de_env", userName: "ops-bot", insecure: true });
    const nl = resolve(files, { OS_CLOUD: "otc" }, {}, { region: "eu-nl", projectId: "0123" });
    expect(nl.settings).toMatchObject({ region: "eu-nl", projectId: "0123", projectName: undefined });
  });

  test("signs in by the way its auth_type asks for", () => {
    const both = { ...person, ak: "EXAMPLEKEY", sk: "violet-secret-key", security_token: "amber-token" };
    const of = (auth_type: string) =>
      resolve({ "clouds.yaml": cloudsOf({ otc: entry(both, { auth_type }) }) }, { OS_CLOUD: "otc" }).settings;
    expect(of("aksk")).toMatchObject({
      accessKey: "EXAMPLEKEY",
      secretKey: "violet-secret-key",
      securityToken: "amber-token",
      userName: undefined,
      password: undefined,
    });
    expect(of("v3password")).toMatchObject({ userName: "ops-bot", accessKey: undefined, secretKey: undefined });
  });

  test("spells keys in either way", () => {
    const auth = { access_key: "EXAMPLEKEY", secret_key: "violet-secret-key", project_name: "eu-de" };
    const { settings, messages } = resolve({ "clouds.yaml": cloudsOf({ otc: entry(auth) }) });
    expect(messages).toEqual([]);
    expect(settings).toMatchObject({ accessKey: "EXAMPLEKEY", secretKey: "violet-secret-key", region: "eu-de" });
  });

  test.each<[object, boolean]>([
    [{ verify: false }, true],
    [{ verify: "no" }, true],
    [{ verify: true }, false],
    [{ insecure: true }, true],
    [{}, false],
  ])("with %j is insecure: %s", (further, insecure) => {
    const files = { "clouds.yaml": JSON.stringify({ clouds: { otc: { ...further, auth: person } } }) };
    expect(resolve(files).settings.insecure).toBe(insecure);
  });

  test("of the vendor's profile needs no address of IAM", () => {
    const files = { "clouds.yaml": cloudsOf({ otc: entry(person, { profile: "otc", region_name: "eu-de" }) }) };
    expect(resolve(files)).toMatchObject({
      messages: [],
      settings: { authUrl: "https://iam.eu-de.otc.t-systems.com/v3" },
    });
    const unknown = { "clouds.yaml": cloudsOf({ otc: entry(person, { profile: "otk" }) }) };
    expect(resolve(unknown).messages).toEqual([
      'profile of cloud "otc" in ./clouds.yaml is "otk", which is not known: set it to otc, or set auth.auth_url',
    ]);
  });

  test("with one region needs no region_name, whichever way the list is written", () => {
    for (const regions of [["eu-nl"], [{ name: "eu-nl", values: {} }]]) {
      const auth = { ...person, project_name: "shop" };
      const { settings, messages } = resolve({ "clouds.yaml": JSON.stringify({ clouds: { otc: { regions, auth } } }) });
      expect(messages).toEqual([]);
      expect(settings.region).toBe("eu-nl");
    }
  });

  test("may have unknown keys and a merged mapping", () => {
    const text = `
base: &base { interface: public, identity_api_version: 3 }
clouds:
  otc:
    <<: *base
    auth: &auth
      username: ops-bot
      password: 007
      user_domain_name: no
      project_name: eu-de_shop
`;
    const { settings, messages } = resolve({ "clouds.yaml": text });
    expect(messages).toEqual([]);
    // Text as it was written: no octal number, no boolean.
    expect(settings).toMatchObject({ password: "007", domainName: "no" });
  });

  test.each([
    [
      "a list where a text belongs",
      { auth: { ...person, password: ["Hidden_77"] } },
      /^auth\.password of cloud "otc" .* must be a text$/,
    ],
    ["a text where auth belongs", { auth: "Hidden_77" }, /^auth of cloud "otc" in \.\/clouds\.yaml must be a mapping$/],
    ["a text instead of itself", "Hidden_77", /^cloud "otc" in \.\/clouds\.yaml must be a mapping of settings$/],
  ])("with %s is reported without its content", (_what, otc, expected) => {
    const { messages } = resolve({ "clouds.yaml": JSON.stringify({ clouds: { otc } }) });
    expect(messages[0]).toMatch(expected);
    expect(messages.join()).not.toContain("Hidden_77");
  });
});

test.each([
  ["a key twice", "clouds:\n  otc: {}\n  otc: {}\n", /is not valid YAML: duplicate key in line 3/],
  ["no clouds", "cloud: Hidden_77\n", /holds no mapping "clouds:" at its top/],
  [
    "no entry",
    "clouds: {}\n",
    /"otc" \(from OS_CLOUD in the environment\), which is not in \.\/clouds\.yaml: .* it holds none$/,
  ],
  ["nothing", "", /holds no mapping "clouds:" at its top/],
  [
    "aliases that grow without end",
    `a: &a [x]\n${grown()}clouds: *z\n`,
    /uses aliases that cannot be resolved|holds no mapping/,
  ],
])("a file with %s is reported without its content", (_what, text, expected) => {
  const { messages } = resolve({ "clouds.yaml": text }, { OS_CLOUD: "otc" });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(expected);
  expect(messages[0]).not.toContain("Hidden_77");
});

function grown(): string {
  const names = [..."abcdefghijz"];
  return names
    .slice(1)
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${names[at]}`).join(", ")}]\n`)
    .join("");
}

test("a secret of a file is masked from then on, even if another source has priority", () => {
  const files = { "clouds.yaml": cloudsOf({ otc: entry({ ...person, password: "Indigo_Kettle3" }) }) };
  resolve(files, { OS_CLOUD: "otc", OS_TOKEN: "ready-made-token" });
  expect(redact("Indigo_Kettle3")).toBe("[secret]");
});
