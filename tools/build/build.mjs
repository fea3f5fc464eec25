import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { rollup } from "rollup";
import { clone, main, SetupError } from "../setup/say.mjs";
import { declarations, modules } from "./bundles.mjs";

/*
 * Builds in dist/ what the package contains: few modules, because each costs every command time, and one declaration file
 * per export, because the language host parses them with every command too. Documentation for editors stands there.
 */

const dist = path.join(clone, "dist");

/** What browsers load as it is written. It stands beside the module that serves it. */
const browser = { from: "emulator/http/page/browser", to: "emulator/browser" };

/**
 * Returns the files it wrote.
 * @param {import("rollup").RollupOptions & { output: import("rollup").OutputOptions }} bundle
 */
async function write({ output, ...input }) {
  const built = await rollup(input);
  const written = await built.write({ ...output, dir: dist });
  await built.close();
  return written.output.map(({ fileName }) => path.join(dist, fileName));
}

/** What earlier builds left. It goes last, because a running program may still load from here. @param {string[]} kept */
async function removeOthers(kept) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const isKept = kept.includes(file) || file.startsWith(path.join(dist, browser.to)) || entry.name === ".built";
    if (entry.isFile() && !isKept) await rm(file);
  }
}

await main(async () => {
  try {
    const written = [...(await write(modules)), ...(await write(declarations))];
    await cp(path.join(clone, browser.from), path.join(dist, browser.to), { recursive: true });
    await removeOthers(written);
  } catch (error) {
    throw new SetupError(String(/** @type {Error} */ (error).message));
  }
  return 0;
});
