import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { packages } from "../setup/packages.mjs";
import { run } from "../setup/run.mjs";
import { clone, main, SetupError, say } from "../setup/say.mjs";
import { starts } from "./starts.mjs";

const executable = "pulumi-resource-otc";

const script = `#!/usr/bin/env node
require("./node_modules/pulumi-otc-dcs/plugin/bin/${executable}");
`;

// Packs the plugin with all that it needs but Node.js itself, for \`pulumi plugin install ... --file\`.
await main(async () => {
  await packages();
  const { name, version, devDependencies } = JSON.parse(await readFile(path.join(clone, "package.json"), "utf8"));
  const local = path.join(clone, ".local");
  const folder = path.join(local, executable);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say("Packing the plugin");
  await must("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], clone);
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: executable, version, private: true }));
  const sdk = `@pulumi/pulumi@${devDependencies["@pulumi/pulumi"]}`;
  const flags = ["--omit=dev", "--no-audit", "--no-fund", "--ignore-scripts"];
  await must("npm", ["install", ...flags, `./${name}-${version}.tgz`, sdk], folder);
  await rm(path.join(folder, `${name}-${version}.tgz`));
  await writeFile(path.join(folder, executable), script);
  await chmod(path.join(folder, executable), 0o755);
  const file = `${executable}-v${version}.tar.gz`;
  await must("tar", ["-czf", path.join(local, file), "-C", folder, "."], clone);
  say("Starting the plugin from the packed file");
  if (!(await starts(path.join(local, file), executable))) {
    throw new SetupError(`The plugin does not start from .local/${file}: see its output above.`);
  }
  say(`The plugin is in .local/${file}`);
  return 0;
});

/** @param {string} command @param {string[]} args @param {string} cwd */
async function must(command, args, cwd) {
  const code = await run(command, args, { cwd, shell: process.platform === "win32" });
  if (code !== 0) throw new SetupError(`${command} ${args[0]} failed: see its output above.`);
}
