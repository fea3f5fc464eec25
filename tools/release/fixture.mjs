import path from "node:path";
import { engineEnvironment } from "../setup/environment.mjs";
import { packages } from "../setup/packages.mjs";
import { run } from "../setup/run.mjs";
import { clone, main, say } from "../setup/say.mjs";

// Keeps a stack of this version, which every later version must refresh, change and destroy.
await main(async () => {
  await packages();
  await engineEnvironment();
  say("Making a stack of this version");
  const register = path.join(clone, "node_modules/ts-node/register/transpile-only");
  const script = path.join(clone, "test/engine/releases/make.ts");
  return run(process.execPath, ["-r", register, script, ...process.argv.slice(2)], { cwd: clone });
});
