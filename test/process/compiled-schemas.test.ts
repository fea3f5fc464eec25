import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const clone = path.resolve(__dirname, "../..");

/** Checks nothing but defaults, and prints what that loaded and what it found. */
const program = (module: string) => `
  const provider = require(${JSON.stringify(module)});
  provider.configure({ config: { get: () => undefined } });
  provider.check({}, { nme: "sessions" }).then(({ failures }) => {
    const compiler = Object.keys(require.cache).filter((file) => file.includes(path.join("ajv", "dist", "compile")));
    console.log(JSON.stringify({ compiler, failures }));
  });`;

describe.each(["dcs-instance", "dcs-backup", "dcs-restore"])("the built provider of %s", (type) => {
  test("finds mistakes without the schema compiler, which would cost each command a quarter of a second", async () => {
    const args = ["-e", `const path = require("node:path");${program(`pulumi-otc-dcs/${type}/v1`)}`];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: clone,
      env: { PATH: process.env.PATH },
    });
    const { compiler, failures } = JSON.parse(stdout) as { compiler: string[]; failures: Array<{ reason: string }> };
    expect(compiler).toEqual([]);
    expect(failures.map(({ reason }) => reason)).toContainEqual(expect.stringContaining("nme: is not an argument"));
  });
});
