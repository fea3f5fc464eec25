import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { rollup } from "rollup";
import { clone, main, SetupError } from "../setup/say.mjs";
import { declarations, modules } from "./bundles.mjs";
import { writeCompiledSchemas } from "./schemas.mjs";

/*
 * Builds in dist/ what the package contains: few modules, because each costs every command time, and one declaration file
 * per export, because the language host parses them with every command too. Documentation for editors stands there.
 */

const dist = path.join(clone, "dist");

/** What browsers load as it is written. It stands beside the module that serves it. */
const browser = { from: "emulator/http/page/browser", to: "emulator/browser" };

/**
 * Writes a bundle and returns its files.
 * @param {import("rollup").RollupOptions & { output: import("rollup").OutputOptions }} options
 */
async function bundle({ output, ...input }) {
  const built = await rollup(input);
  const written = await built.write({ ...output, dir: dist });
  await built.close();
  return written.output.map(({ fileName }) => path.join(dist, fileName));
}

/** Copies what browsers load and returns the files. */
async function copyBrowserFiles() {
  const to = path.join(dist, browser.to);
  await cp(path.join(clone, browser.from), to, { recursive: true });
  return (await readdir(path.join(clone, browser.from))).map((name) => path.join(to, name));
}

/** What earlier builds left. It goes last, because a running program may still load from here. @param {string[]} kept */
async function removeOthers(kept) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== ".built" && !kept.includes(file)) await rm(file);
  }
}

await main(async () => {
  try {
    const bundled = [...(await bundle(modules)), await writeCompiledSchemas(), ...(await bundle(declarations))];
    await removeOthers([...bundled, ...(await copyBrowserFiles())]);
  } catch (error) {
    throw new SetupError(String(/** @type {Error} */ (error).message));
  }
  return 0;
});
