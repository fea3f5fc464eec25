import path from "node:path";
import { pathToFileURL } from "node:url";
import { ownModule, ownPackages } from "../setup/own-packages.mjs";
import { packages } from "../setup/packages.mjs";
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
  await ownPackages("tools/site", "the site generator");
  const { write } = await import("./compose/write.mjs");
  say(`Wrote the Markdown of ${await write(sources)} pages`);
  const { build, serve } = await import(pathToFileURL(ownModule("tools/site", "vitepress")).href);
  await build(folder, { base });
  const dead = deadLinks(site, base);
  if (dead.length > 0) throw new SetupError(`Links that lead nowhere:\n${dead.join("\n")}`);
  say(`The site is in ${path.relative(clone, site)}; every web server can serve it`);
  if (!options.includes("--serve")) return 0;
  say("Serving it until Ctrl-C");
  await serve({ root: folder, base });
  return 0;
});
