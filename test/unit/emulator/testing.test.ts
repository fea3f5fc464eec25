import { mockedOutputs, startEmulator } from "../../../emulator/testing";
import { SETTINGS } from "../../../provider/config/settings/settings";
import { OUTPUT_NAMES as BACKUP } from "../../../provider/dcs-backup/conversion/state";
import { OUTPUT_NAMES as CACHE } from "../../../provider/dcs-instance/conversion/state";
import { OUTPUT_NAMES as RESTORE } from "../../../provider/dcs-restore/conversion/state";

/** What a cache of today's edition, or a record made by hand, has not. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  DcsInstance: [
    ...["readonlyDomainName", "resourceSpecCode", "internalVersion"],
    ...["securityGroupName", "orderId", "backupPolicyId"],
  ],
  DcsBackup: ["size", "period", "executedAt"],
  DcsRestore: ["backupName"],
};

test.each([
  ["DcsInstance", CACHE],
  ["DcsBackup", BACKUP],
  ["DcsRestore", RESTORE],
])("a mocked %s has every output that a program can rely on", (name, outputs) => {
  const type = `pulumi-nodejs:dynamic/otc:${name}`;
  const given = mockedOutputs({ type, name: "one", inputs: { capacity: 2, availableZones: ["eu-de-01"] } });
  expect(outputs.filter((output) => given[output] === undefined)).toEqual(
    outputs.filter((output) => ABSENT[name]?.includes(output)),
  );
});

test("a mocked cache is where the program declares it", () => {
  const inputs = { port: 6390, region: "eu-nl", availableZones: ["eu-nl-01"] };
  expect(mockedOutputs({ type: "pulumi-nodejs:dynamic/otc:DcsInstance", name: "one", inputs })).toMatchObject({
    endpoint: "192.168.0.7:6390",
    region: "eu-nl",
    availableZoneCodes: ["eu-nl-01"],
    availableZoneIds: ["5a1e74f3d9b2608cbf43e6a0b8c92d57"],
  });
});

test("a resource of another package gets no outputs", () => {
  expect(mockedOutputs({ type: "random:index/randomPassword:RandomPassword", name: "one", inputs: {} })).toEqual({});
});

test("the environment of a local DCS leaves no variable of the developer's shell in force", async () => {
  const dcs = await startEmulator({ redis: false });
  await dcs.stop();
  const read = Object.values(SETTINGS).flatMap((row) => [...row.env, ...("alsoEnv" in row ? row.alsoEnv : [])]);
  const others = ["OS_AUTH_TYPE", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE"];
  expect([...read, ...others].filter((name) => dcs.env[name] === undefined)).toEqual([]);
  expect(dcs.env.OS_AUTH_URL).toBe(`${dcs.url}/v3`);
});
