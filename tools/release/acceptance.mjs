import { createRequire } from "node:module";
import { engineEnvironment } from "../setup/environment.mjs";
import { packages } from "../setup/packages.mjs";
import { main } from "../setup/say.mjs";

const require = createRequire(import.meta.url);

// In this very process, so that a signal of a pipeline reaches what removes the caches.
await main(async () => {
  const own = Object.entries(process.env).filter(([name]) => /^(OS|OTC)_/.test(name));
  const help = process.argv.includes("--help");
  if (!help) {
    await packages();
    await engineEnvironment();
    // Other commands must not reach the user's account. This one is for it.
    Object.assign(process.env, Object.fromEntries(own));
  }
  require("ts-node/register/transpile-only");
  const acceptance = require("../../test/acceptance/main.ts");
  return acceptance.main(process.argv.slice(2));
});
