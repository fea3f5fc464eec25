import { execFile } from "node:child_process";
import { promisify } from "node:util";

const node = async (program: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program]);
  return stdout.trim();
};

test("importing the package loads no HTTP client, no schema compiler and no YAML reader", async () => {
  const loaded = await node(`
    require("pulumi-otc-dcs");
    console.log(Object.keys(require.cache).filter((file) => /node_modules.(axios|ajv|yaml)./.test(file)).join());
  `);
  expect(loaded).toBe("");
});

test("a function that is given nothing sensible says all of it, and names itself", async () => {
  const told = await node(`
    const { getBackupLinks } = require("pulumi-otc-dcs");
    getBackupLinks({ instanceId: "sessions", backupID: "x", expiration: 5 }).catch(({ message }) => console.log(message));
  `);
  expect(told).toMatch(/^getBackupLinks: /);
  for (const part of [
    /instanceId: /,
    /backupID: is not an argument: did you mean backupId\?/,
    /expiration: .*use 300 to 86400 seconds/,
  ])
    expect(told).toMatch(part);
});
