import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packages } from "../setup/packages.mjs";
import { run } from "../setup/run.mjs";
import { clone, main, SetupError, say } from "../setup/say.mjs";
import { deadLinks } from "./compose/verify.mjs";

const folder = path.join(clone, "tools/site");
const sources = path.join(clone, ".local/site-source");
const site = path.join(clone, ".local/site");

// Builds the docs site into .local/site. With --base /path/ it is for that path of a host; with --serve it is shown
// on this machine until Ctrl-C.
await main(async () => {
  const options = process.argv.slice(2);
  const base = options.includes("--base") ? options[options.indexOf("--base") + 1] : "/";
  if (base === undefined || !/^\/(.*\/)?$/.test(base)) throw new SetupError("--base takes a path such as /caches/");
  await packages();
  await generator();
  const { write } = await import("./compose/write.mjs");
  say(`Wrote the Markdown of ${await write(sources)} pages`);
  const { build, serve } = await import(pathToFileURL(entry()).href);
  await build(folder, { base });
  const dead = deadLinks(site, base);
  if (dead.length > 0) throw new SetupError(`Links that lead nowhere:\n${dead.join("\n")}`);
  say(`The site is in ${path.relative(clone, site)}; every web server can serve it`);
  if (!options.includes("--serve")) return 0;
  say("Serving it until Ctrl-C");
  await serve({ root: folder, base });
  return 0;
});

/** Installs the generator, which no other command needs, in its own folder. */
async function generator() {
  const lock = await readFile(path.join(folder, "package-lock.json"), "utf8");
  const { version } = JSON.parse(lock).packages["node_modules/vitepress"];
  const manifest = path.join(folder, "node_modules/vitepress/package.json");
  if (existsSync(manifest) && JSON.parse(await readFile(manifest, "utf8")).version === version) return;
  say("Installing the site generator (npm ci in tools/site)");
  const code = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    shell: process.platform === "win32",
  });
  if (code !== 0) throw new SetupError("npm ci failed in tools/site: see its output above.");
}

/** The module of the generator, which is installed after this file is loaded. */
function entry() {
  return createRequire(path.join(folder, "package.json")).resolve("vitepress");
}
