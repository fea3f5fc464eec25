import { copyFile, mkdir, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { local } from "../setup/environment.mjs";
import { output, run } from "../setup/run.mjs";
import { clone, SetupError, say } from "../setup/say.mjs";

const sdks = path.join(local, "sdks");
const built = path.join(local, "languages");
const programs = path.join(clone, "test/plugin/languages/programs");

/** @param {string} what @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} [options] */
async function must(what, command, args, options) {
  const code = await run(command, args, { cwd: clone, ...options });
  if (code !== 0) throw new SetupError(`${what} failed: see the messages above.`);
}

/** Makes the SDKs, and the programs of `npm run languages` with them, as users of these languages would. */
export async function languages() {
  await must("The generation of the SDKs", process.execPath, [path.join(clone, "tools/plugin/sdks.mjs")]);
  await rm(built, { recursive: true, force: true });
  await python();
  await go();
  await node();
}

async function python() {
  if ((await output("python3", ["-c", "import sys, venv; assert sys.version_info >= (3, 9)"])) === undefined)
    throw new SetupError("Python 3.9 or newer with its module venv is needed: https://www.python.org/downloads");
  say("Installing Pulumi's Python SDK and the generated one");
  const folder = path.join(built, "python");
  await must("The virtual environment of Python", "python3", ["-m", "venv", folder]);
  const requirements = path.join(programs, "python/requirements.txt");
  const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
  await must("pip", path.join(folder, "bin/python"), [...args, path.join(sdks, "python")]);
}

async function go() {
  say("Building the program in Go, which takes about a minute");
  const folder = path.join(built, "go");
  await mkdir(folder, { recursive: true });
  for (const file of ["main.go", "go.mod"]) await copyFile(path.join(programs, "go", file), path.join(folder, file));
  const options = { cwd: folder, env: { ...process.env, GOTOOLCHAIN: "auto", GOWORK: "off" } };
  const module = `pulumi-otc/sdk/go/otc=${path.join(sdks, "go/otc")}`;
  await must("go mod edit", "go", ["mod", "edit", "-replace", module], options);
  await must("go mod tidy", "go", ["mod", "tidy"], options);
  await must("go build", "go", ["build", "-o", "life", "."], options);
}

async function node() {
  say("Compiling the program in TypeScript, and the SDK that it uses");
  const tsc = path.join(clone, "node_modules/typescript/bin/tsc");
  const sdk = path.join(sdks, "nodejs");
  await must("The compilation of the SDK", process.execPath, [tsc, "-p", sdk, "--skipLibCheck"]);
  // Its publisher puts the manifest beside what was compiled.
  await copyFile(path.join(sdk, "package.json"), path.join(sdk, "bin/package.json"));
  const folder = path.join(built, "node");
  await mkdir(path.join(folder, "node_modules"), { recursive: true });
  await symlink(path.join(sdk, "bin"), path.join(folder, "node_modules/pulumi-otc"), "dir");
  await copyFile(path.join(programs, "node/life.ts"), path.join(folder, "life.ts"));
  const strict = ["--strict", "--skipLibCheck", "--target", "ES2022", "--module", "Node16"];
  await must("The compilation of the program", process.execPath, [tsc, ...strict, "life.ts"], { cwd: folder });
}
