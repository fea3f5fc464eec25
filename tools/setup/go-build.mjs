import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { output, run } from "./run.mjs";
import { clone, say } from "./say.mjs";

/**
 * Builds a command of Pulumi's from its source, which the Go module proxy serves.
 * @param {{ what: string, takes: string, module: string, command: string, variable: string, executable: string }} build
 *   `module` pins the versions, `variable` gets the version that the command tells.
 */
export async function goBuild({ what, takes, module, command, variable, executable }) {
  const [, major = 0, minor = 0] = ((await output("go", ["version"])) ?? "").match(/go(\d+)\.(\d+)/)?.map(Number) ?? [];
  if (major < 1 || (major === 1 && minor < 21)) {
    say(`Go 1.21 or newer, to build ${what} from its source, is not on PATH either`);
    return false;
  }
  say(`Building ${what} from its source: this takes ${takes}, once`);
  const partial = `${executable}.${process.pid}`;
  await mkdir(path.dirname(executable), { recursive: true });
  const code = await run("go", ["build", "-ldflags", `-s -w -X ${variable}`, "-o", partial, command], {
    cwd: path.join(clone, module),
    env: { ...process.env, GOTOOLCHAIN: "auto", GOWORK: "off" },
  });
  if (code === 0 && existsSync(partial)) {
    await rename(partial, executable);
    return true;
  }
  await rm(partial, { force: true });
  say(`The build of ${what} failed: see the compiler's messages above`);
  return false;
}
