import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packages } from "../setup/packages.mjs";
import { run } from "../setup/run.mjs";
import { clone, main, say } from "../setup/say.mjs";
import { contentProblems } from "./checks/contents.mjs";
import { licenceProblems, sbomProblems } from "./checks/licences.mjs";
import { changelogProblems, versionProblems } from "./checks/versions.mjs";
import { sbom } from "./sbom.mjs";
import { shipped } from "./shipped.mjs";

/** @param {string} file */
const read = (file) => readFileSync(path.join(clone, file), "utf8");

// Checks that the clone can be released. With a tag (`npm run release:check -- v0.1.0`) it is a release of that tag.
await main(async () => {
  await packages();
  const manifest = JSON.parse(read("package.json"));
  const { version } = manifest;
  const tag = process.argv[2];
  const all = shipped();
  const problems = [
    ...(tag === undefined || tag === `v${version}` ? [] : [`the tag is ${tag}, the version ${version}`]),
    ...versionProblems(version, read),
    ...changelogProblems(version, read("CHANGELOG.md"), tag !== undefined),
    ...contentProblems(packed(), manifest),
    ...licenceProblems(all),
    ...sbomProblems(all, await sbom()),
    ...(await ofCommand("plugin/schema.json is old", "tools/plugin/schema.mjs")),
    ...(await ofCommand("THIRD-PARTY-NOTICES.md is old", "tools/release/notices.mjs")),
    ...(tag === undefined || existsSync(path.join(clone, `test/engine/releases/${version}.json`))
      ? []
      : [`there is no stack of ${version} for later versions: run \`npm run release:fixture\``]),
  ];
  for (const problem of problems) process.stderr.write(`    ${problem}\n`);
  say(
    problems.length === 0 ? `${version} can be released` : `${version} cannot be released: ${problems.length} problems`,
  );
  return problems.length === 0 ? 0 : 1;
});

function packed() {
  const flags = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const shell = process.platform === "win32";
  const [{ files }] = JSON.parse(execFileSync("npm", flags, { cwd: clone, encoding: "utf8", shell, stdio: "pipe" }));
  return files.map((/** @type {{ path: string }} */ { path }) => path);
}

/** @param {string} problem @param {string} script */
async function ofCommand(problem, script) {
  const code = await run(process.execPath, [path.join(clone, script), "--check"], { cwd: clone, stdio: "ignore" });
  return code === 0 ? [] : [problem];
}
