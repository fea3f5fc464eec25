import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const clone = path.resolve(__dirname, "../..");

/** What takes long to load, by a part of its path. */
const LARGE = {
  "the schema compiler": ["ajv", "dist", "compile"],
  "Pulumi's SDK": ["@pulumi", "pulumi", "index.js"],
  "a TypeScript compiler": ["typescript"],
};

/** Runs a script in a process of its own. It returns what it prints and which of the large things it loaded. */
async function loadedBy(script: string): Promise<{ said: unknown; large: string[] }> {
  const parts = Object.fromEntries(Object.entries(LARGE).map(([name, steps]) => [name, path.join(...steps)]));
  const ending = `
    const files = Object.keys(require.cache);
    const large = Object.entries(${JSON.stringify(parts)}).flatMap(([name, part]) =>
      files.some((file) => file.includes(part)) ? [name] : []);
    console.log(JSON.stringify({ said, large }));`;
  const args = ["-e", `(async () => { ${script} ${ending} })();`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: clone, env: { PATH: process.env.PATH } });
  return JSON.parse(stdout);
}

test.each(["dcs-instance", "dcs-backup", "dcs-restore"])(
  "the provider of %s finds mistakes, and loads nothing large for it",
  async (type) => {
    const { said, large } = await loadedBy(`
    const provider = require(${JSON.stringify(`pulumi-otc-dcs/${type}/v1`)});
    provider.configure({ config: { get: () => undefined } });
    const { failures } = await provider.check({}, { nme: "sessions" });
    const said = failures.map(({ reason }) => reason);`);
    expect(large).toEqual([]);
    expect(said).toContainEqual(expect.stringContaining("nme: is not an argument"));
  },
);

test("the plugin loads nothing large before it serves", async () => {
  const { large } = await loadedBy(
    `const said = Object.keys(require(${JSON.stringify(path.join(clone, "dist/plugin/core.js"))}));`,
  );
  expect(large).toEqual([]);
});
