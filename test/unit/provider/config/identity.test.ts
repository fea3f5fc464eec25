import { resolveSettings } from "../../../../provider/config/resolve";
import { removeFolders, withFiles } from "./folders";
import { byKeys, byPassword } from "./wrong-set-ups";

afterAll(removeFolders);

type Texts = Readonly<Record<string, string>>;

function resolve(config: Texts, env: Texts, clouds?: object, target = {}) {
  const files: Texts = clouds ? { "clouds.yaml": JSON.stringify({ clouds: { otc: clouds } }) } : {};
  const { settings, problems } = resolveSettings({
    stackConfig: (key) => config[key],
    env,
    target,
    ...withFiles(files),
  });
  return { settings, messages: problems.map(({ message }) => message) };
}

const keys = { "otc:accessKey": "STACKKEY", "otc:secretKey": "stack-secret-key" };
const user = { "otc:userName": "stack-bot", "otc:password": "Stack_Kettle1" };
const ways = ({
  token,
  userName,
  password,
  accessKey,
  secretKey,
  securityToken,
}: ReturnType<typeof resolve>["settings"]) =>
  Object.fromEntries(
    Object.entries({ token, userName, password, accessKey, secretKey, securityToken }).filter(([, value]) => value),
  );

describe("the highest source that says who signs in decides, and lower sources do not interfere", () => {
  test.each<[string, Texts, Texts, Texts]>([
    [
      "keys of the stack, a user in the shell",
      keys,
      byPassword,
      { accessKey: "STACKKEY", secretKey: "stack-secret-key" },
    ],
    [
      "keys of the stack, a token and a security token in the shell",
      keys,
      { ...byPassword, OS_TOKEN: "left-over-token", OS_SECURITY_TOKEN: "left-over-security" },
      { accessKey: "STACKKEY", secretKey: "stack-secret-key" },
    ],
    [
      "user of the stack, keys in the shell",
      user,
      { ...byPassword, ...byKeys },
      { userName: "stack-bot", password: "Stack_Kettle1" },
    ],
    ["a token of the stack", { "otc:token": "stack-token" }, { ...byPassword, ...byKeys }, { token: "stack-token" }],
    [
      "key of the stack, its secret in the shell",
      { "otc:accessKey": "STACKKEY" },
      { OS_SECRET_KEY: "shell-secret-key", OS_PROJECT_NAME: "eu-de" },
      { accessKey: "STACKKEY", secretKey: "shell-secret-key" },
    ],
    [
      "password of the stack, its user in the shell",
      { "otc:password": "Stack_Kettle1" },
      byPassword,
      { userName: "ops-bot", password: "Stack_Kettle1" },
    ],
    [
      "password of the stack, a token beside its user in the shell",
      { "otc:password": "Stack_Kettle1" },
      { ...byPassword, OS_TOKEN: "left-over-token" },
      { userName: "ops-bot", password: "Stack_Kettle1" },
    ],
  ])("%s", (_what, config, env, expected) => {
    const { settings, messages } = resolve({ "otc:region": "eu-de", "otc:domainName": "shop", ...config }, env);
    expect(messages).toEqual([]);
    expect(ways(settings)).toEqual(expected);
  });

  test("keys in the shell before a user of clouds.yaml", () => {
    const { settings, messages } = resolve({}, byKeys, { auth: { username: "file-bot", password: "File_Kettle1" } });
    expect(messages).toEqual([]);
    expect(ways(settings)).toEqual({ accessKey: "EXAMPLEACCESSKEY", secretKey: "violet-secret-key" });
  });

  test("a password in the shell for the user of clouds.yaml, and none where that signs in by keys", () => {
    const env = { OS_CLOUD: "otc", OS_PASSWORD: "Shell_Kettle1" };
    const place = { user_domain_name: "shop", project_name: "eu-de" };
    expect(ways(resolve({}, env, { auth: { username: "file-bot", ...place } }).settings)).toEqual({
      userName: "file-bot",
      password: "Shell_Kettle1",
    });
    const byFile = resolve({}, env, { auth: { ak: "FILEKEY", sk: "file-secret-key", ...place } });
    expect(byFile.messages).toEqual([]);
    expect(ways(byFile.settings)).toEqual({ accessKey: "FILEKEY", secretKey: "file-secret-key" });
  });
});

describe("a shell that could serve in several ways", () => {
  const all = { ...byPassword, ...byKeys };

  test("signs in by token, else by user and password, else by keys", () => {
    expect(ways(resolve({}, { ...all, OS_TOKEN: "tok-1", OS_REGION_NAME: "eu-de" }).settings)).toEqual({
      token: "tok-1",
    });
    expect(ways(resolve({}, all).settings)).toEqual({ userName: "ops-bot", password: "Red_Kettle9" });
  });

  test("signs in by the way that is complete", () => {
    const { OS_PASSWORD: _, ...rest } = all;
    expect(ways(resolve({}, rest).settings)).toHaveProperty("accessKey");
  });

  test("signs in by the way OS_AUTH_TYPE asks for", () => {
    expect(ways(resolve({}, { ...all, OS_AUTH_TYPE: "aksk" }).settings)).toHaveProperty("accessKey");
  });
});

test("temporary keys keep their token", () => {
  const env = { ...byKeys, OS_SECURITY_TOKEN: "amber-security-token" };
  expect(ways(resolve({}, env).settings)).toMatchObject({ securityToken: "amber-security-token" });
});

test("a one-time code comes from the shell for a user of the stack's config", () => {
  const config = {
    "otc:userId": "0123",
    "otc:password": "Stack_Kettle1",
    "otc:projectId": "4567",
    "otc:region": "eu-de",
  };
  const { settings, messages } = resolve(config, { OS_PASSCODE: "837261" });
  expect(messages).toEqual([]);
  expect(settings).toMatchObject({ userId: "0123", passcode: "837261" });
});

test.each([
  ["OS_AK", "OS_SK", "OS_ST"],
  ["OS_ACCESS_KEY_ID", "OS_ACCESS_KEY_SECRET", "OS_AKSK_SECURITY_TOKEN"],
])("%s, a variable of other tools for this cloud, is read as well", (key, secret, token) => {
  const env = { [key]: "KEY", [secret]: "other-secret-key", [token]: "other-token", OS_PROJECT_NAME: "eu-de" };
  const { settings, messages } = resolve({}, env);
  expect(messages).toEqual([]);
  expect(settings).toMatchObject({ accessKey: "KEY", secretKey: "other-secret-key", securityToken: "other-token" });
  expect(settings.origins.accessKey).toBe(`${key} in the environment`);
});

test("keys of another cloud are left alone", () => {
  const env = { AWS_ACCESS_KEY_ID: "KEY", AWS_SECRET_ACCESS_KEY: "aws-secret", OS_PROJECT_NAME: "eu-de" };
  expect(resolve({}, env).messages[0]).toMatch(/^no way to sign in/);
});

describe("an agency", () => {
  const agency = { "otc:agencyName": "caches", "otc:agencyDomainName": "partner" };

  test("is used by the user who signs in, for a project of its own", () => {
    const { settings, messages } = resolve(
      { ...agency, "otc:delegatedProject": "eu-de_partner", "otc:region": "eu-de" },
      byKeys,
    );
    expect(messages).toEqual([]);
    expect(settings).toMatchObject({
      agencyName: "caches",
      delegatedProject: "eu-de_partner",
      accessKey: "EXAMPLEACCESSKEY",
    });
  });

  test("of the stack ignores a project left in the shell", () => {
    const { settings } = resolve(agency, { ...byKeys, OS_DELEGATED_PROJECT: "eu-de_else" });
    expect(settings.delegatedProject).toBeUndefined();
  });

  test("works in the resource's own project if it names one", () => {
    const config = { ...agency, "otc:delegatedProject": "eu-de_partner", "otc:region": "eu-de" };
    const { settings } = resolve(config, byKeys, undefined, { projectId: "0123" });
    expect(settings).toMatchObject({ projectId: "0123", delegatedProject: undefined });
  });
});

test("a resource in another region needs its own project only, not another address", () => {
  const env = { ...byPassword, OS_REGION_NAME: "eu-de" };
  const { settings, messages } = resolve({}, env, undefined, { region: "eu-nl", projectId: "0123" });
  expect(messages).toEqual([]);
  expect(settings).toMatchObject({
    region: "eu-nl",
    projectId: "0123",
    projectName: undefined,
    authUrl: "https://iam.eu-nl.otc.t-systems.com/v3",
  });
});
