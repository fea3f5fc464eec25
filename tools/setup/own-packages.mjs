import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { run } from "./run.mjs";
import { clone, SetupError, say } from "./say.mjs";

/**
 * Installs the packages that one command alone needs, in that command's folder, so that `npm ci` does not bring them.
 * @param {string} folder of the package.json and its lock file, relative to the clone
 * @param {string} what they are for, as the reader is told
 */
export async function ownPackages(folder, what) {
  const place = path.join(clone, folder);
  if (await areInstalled(place)) return;
  say(`Installing ${what} (npm ci in ${folder})`);
  const code = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: place,
    shell: process.platform === "win32",
  });
  if (code !== 0) throw new SetupError(`npm ci failed in ${folder}: see its output above.`);
}

/** Where a module of them lies: they are installed after the importing file is loaded. @param {string} folder @param {string} name */
export function ownModule(folder, name) {
  return createRequire(path.join(clone, folder, "package.json")).resolve(name);
}

/** @param {string} place */
async function areInstalled(place) {
  const { devDependencies } = await read(path.join(place, "package.json"));
  const { packages } = await read(path.join(place, "package-lock.json"));
  const found = await Promise.all(
    Object.keys(devDependencies).map(async (name) => {
      const manifest = path.join(place, "node_modules", name, "package.json");
      return existsSync(manifest) && (await read(manifest)).version === packages[`node_modules/${name}`].version;
    }),
  );
  return found.every(Boolean);
}

/** @param {string} file */
async function read(file) {
  return JSON.parse(await readFile(file, "utf8"));
}
