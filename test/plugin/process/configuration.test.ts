import { type Emulator, startEmulator } from "../../../emulator";
import { PluginProcess, type Props, secret } from "../support/plugin-process";

const urn = "urn:pulumi:test::caches::otc:dcs:Instance::sessions";
const EXPLICIT = "urn:pulumi:test::caches::pulumi:providers:otc::shop";
const DEFAULT = "urn:pulumi:test::caches::pulumi:providers:otc::default_0_1_0";

const declared: Props = {
  engineVersion: "6.0",
  cacheMode: "single",
  capacity: 2,
  password: secret("Local1-Kettle"),
  availableZones: ["eu-de-01"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

/** The settings that the variables of the local DCS stand for. */
const settings = ({ env }: Emulator): Props => ({
  authUrl: env.OS_AUTH_URL,
  userName: env.OS_USERNAME,
  password: secret(env.OS_PASSWORD),
  domainName: env.OS_DOMAIN_NAME,
  projectName: env.OS_PROJECT_NAME,
  region: env.OS_REGION_NAME,
});

describe("the plugin's configuration", () => {
  let dcs: Emulator;
  let plugin: PluginProcess;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 50 });
    plugin = await PluginProcess.start({});
  });
  afterAll(async () => {
    await plugin.stop();
    await dcs.close();
  });

  test("comes from the provider's arguments, secrets and texts of truth values included", async () => {
    await plugin.configure({ ...settings(dcs), deletionProtection: "true", version: "0.1.0" }, EXPLICIT);
    const { inputs, failures } = await plugin.check(urn, declared);
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject({ deletionProtection: true });
  });

  test("names the provider of a program if a setting is missing, and the stack's config otherwise", async () => {
    const { userName: _, ...incomplete } = settings(dcs);
    const reasons = async (provider: string) => {
      await plugin.configure(incomplete, provider);
      return (await plugin.check(urn, declared)).failures.map(({ reason }) => reason).join();
    };
    expect(await reasons(EXPLICIT)).toMatch(/otc:userName \/ OS_USERNAME.*the arguments of provider "shop"/);
    expect(await reasons(DEFAULT)).toMatch(/otc:userName \/ OS_USERNAME.*the stack's config/);
  });

  test("names what is no setting, with the one that was meant, and marks secrets", async () => {
    const explicit = await plugin.checkConfig(EXPLICIT, { reigon: "eu-de", password: "Local1-Kettle" });
    expect(explicit.failures).toEqual([
      "otc:reigon in the provider's arguments is not a setting: did you mean otc:region / OS_REGION_NAME?",
    ]);
    expect(explicit.inputs).toMatchObject({ password: secret("Local1-Kettle") });
    const { failures } = await plugin.checkConfig(DEFAULT, { reigon: "eu-de", version: "0.1.0" });
    expect(failures).toEqual([expect.stringMatching(/in the stack's config.*`pulumi config rm otc:reigon`/)]);
  });

  test("of one process does not reach another", async () => {
    const other = await startEmulator({ redis: false, createMs: 50 });
    const second = await PluginProcess.start({}, settings(other), { urn: EXPLICIT });
    try {
      await plugin.configure(settings(dcs), EXPLICIT);
      const { inputs } = await plugin.check(urn, declared);
      await Promise.all([plugin.create(urn, inputs), second.create(urn, inputs)]);
      expect([dcs.instances().length, other.instances().length]).toEqual([1, 1]);
      await plugin.configure(settings(other), EXPLICIT);
      expect(await plugin.invoke("otc:dcs:getInstances")).toMatchObject({
        instances: [{ id: other.instances()[0]?.id }],
      });
      await plugin.configure(settings(dcs), EXPLICIT);
    } finally {
      await second.stop();
      await other.close();
    }
  });
});

describe("the plugin's functions", () => {
  let dcs: Emulator;
  let plugin: PluginProcess;
  let instanceId: string;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 50 });
    plugin = await PluginProcess.start(dcs.env);
    const { inputs } = await plugin.check(urn, { ...declared, enableSsl: true });
    instanceId = (await plugin.create(urn, inputs)).id;
  });
  afterAll(async () => {
    await plugin.stop();
    await dcs.close();
  });

  const call = (name: string, args: Props = {}) => plugin.invoke(`otc:dcs:${name}`, args);

  test("answer objects, each with what its schema says", async () => {
    const { functions } = require("../../../plugin/schema.json");
    const backup = "urn:pulumi:test::caches::otc:dcs:Backup::note";
    const ha = await plugin.check("urn:pulumi:test::caches::otc:dcs:Instance::pair", {
      ...declared,
      cacheMode: "ha",
      availableZones: ["eu-de-01", "eu-de-02"],
    });
    const pair = await plugin.create("urn:pulumi:test::caches::otc:dcs:Instance::pair", ha.inputs);
    const { id: backupId } = await plugin.create(backup, { instanceId: pair.id });
    const args: Record<string, Props> = {
      getBackups: { instanceId: pair.id },
      getBackupLinks: { instanceId: pair.id, backupId },
      getCertificate: { instanceId },
      getParameters: { instanceId },
      getParameterTemplates: { type: "sys" },
    };
    expect(Object.keys(functions)).toHaveLength(11);
    for (const [token, { outputs }] of Object.entries<{ outputs: { properties: object; required: string[] } }>(
      functions,
    )) {
      const answer = await plugin.invoke(token, args[token.split(":").at(-1) as string]);
      expect(Object.keys(outputs.properties)).toEqual(expect.arrayContaining(Object.keys(answer)));
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(outputs.required));
    }
  });

  test("name what is wrong with their arguments, and themselves", async () => {
    await expect(call("getFlavors", { cacheMode: "hs" })).rejects.toThrow(/getFlavors: cacheMode: "hs" is not allowed/);
    await expect(call("getFlavours")).rejects.toThrow(/otc:dcs:getFlavours is not a function.*getFlavors/);
  });
});
