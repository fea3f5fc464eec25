import { existsSync } from "node:fs";
import { mkdir, readdir, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "./run.mjs";
import { clone, SetupError, say } from "./say.mjs";

const modules = path.join(clone, "node_modules");
const built = path.join(clone, "dist/.built");
const sources = [
  "provider",
  "emulator",
  "plugin",
  "terraform",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
];

/** Packages installed, the package built, and the package's own name resolvable: whatever of it is not so yet. */
export async function packages() {
  if (await packagesAreOld()) {
    say("Installing the packages (npm ci)");
    // The build is a step of its own below, with a line of its own.
    const code = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: clone,
      shell: onWindows,
    });
    if (code !== 0) throw new SetupError("npm ci failed: see its output above, mend it and run the command again.");
  }
  await link();
  if (await buildIsOld()) await build();
}

/** Compiles provider/, emulator/, plugin/ and terraform/ to dist/. */
export async function build() {
  say("Building the package");
  const code = await run(process.execPath, [path.join(clone, "tools/build/build.mjs")], { cwd: clone });
  if (code !== 0) throw new SetupError("The build failed: see the compiler's messages above.");
  await writeFile(built, "");
}

/**
 * Lets `pulumi-otc-dcs` be found by its name inside this clone. The text kept in the state requires it so from the
 * program's directory, and Node's self-reference does not reach code that was loaded from a text.
 */
export async function link() {
  const place = path.join(modules, "pulumi-otc-dcs");
  if ((await readlink(place).catch(() => undefined)) === "..") return;
  await mkdir(modules, { recursive: true });
  await rm(place, { recursive: true, force: true });
  await symlink("..", place, "dir");
}

const onWindows = process.platform === "win32";

async function packagesAreOld() {
  const installed = path.join(modules, ".package-lock.json");
  return !existsSync(installed) || (await changed(path.join(clone, "package-lock.json"))) > (await changed(installed));
}

async function buildIsOld() {
  if (!existsSync(built)) return true;
  const times = await Promise.all(sources.map((source) => newest(path.join(clone, source))));
  return Math.max(...times) > (await changed(built));
}

/** Latest change in a tree; a folder counts too, so that a file taken away is noticed. @param {string} place */
async function newest(place) {
  const status = await stat(place);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = await Promise.all((await readdir(place)).map((name) => newest(path.join(place, name))));
  return Math.max(status.mtimeMs, ...inside);
}

/** @param {string} place */
async function changed(place) {
  return (await stat(place)).mtimeMs;
}
