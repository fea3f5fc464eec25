import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { startEmulator } from "../../../emulator";
import { PluginProcess } from "../support/plugin-process";

const clone = path.resolve(__dirname, "../../..");

describe("the plugin's schema", () => {
  test("is as the arguments' table and the documentation have it", async () => {
    const script = path.join(clone, "tools/plugin/schema.mjs");
    await expect(promisify(execFile)(process.execPath, [script, "--check"], { cwd: clone })).resolves.toBeDefined();
  });

  test("is what the process answers, in the version of the package", async () => {
    const dcs = await startEmulator({ redis: false });
    const plugin = await PluginProcess.start(dcs.env);
    try {
      expect(await plugin.schema()).toEqual(require("../../../plugin/schema.json"));
      expect(await plugin.version()).toBe(require("../../../package.json").version);
    } finally {
      await plugin.stop();
      await dcs.close();
    }
  });
});
