import path from "node:path";
import { engineEnvironment } from "./setup/environment.mjs";
import { packages } from "./setup/packages.mjs";
import { run } from "./setup/run.mjs";
import { clone, main, say } from "./setup/say.mjs";

await main(async () => {
  await packages();
  await engineEnvironment();
  say("Signing in by every way from every place, and by every set-up that is wrong, which takes some minutes");
  process.env.SIGN_IN_TESTS = "all";
  const jest = path.join(clone, "node_modules/jest/bin/jest.js");
  const tests = path.join(clone, "test/engine/sign-in");
  return run(process.execPath, [jest, "--selectProjects", "engine", ...process.argv.slice(2), "--", tests], {
    cwd: clone,
  });
});
