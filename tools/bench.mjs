import path from "node:path";
import { engineEnvironment } from "./setup/environment.mjs";
import { packages } from "./setup/packages.mjs";
import { run } from "./setup/run.mjs";
import { clone, main, say } from "./setup/say.mjs";

await main(async () => {
  await packages();
  await engineEnvironment();
  say("Measuring; the whole takes about half an hour, and nothing else should run meanwhile");
  const script = path.join(clone, "bench/main.ts");
  const register = path.join(clone, "node_modules/ts-node/register/transpile-only");
  return run(process.execPath, ["-r", register, script, ...process.argv.slice(2)], { cwd: clone });
});
