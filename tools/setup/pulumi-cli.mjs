import { mkdir, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { goBuild } from "./go-build.mjs";
import { output, run } from "./run.mjs";
import { clone, SetupError, say } from "./say.mjs";

/** The version that is installed or built, and the one in tools/pulumi-cli/go.mod. */
const version = "3.259.0";
/** `read` may return inputs from here on. */
const oldest = [3, 216];
/** Answers at once where the installer can work at all; the download itself may take as long as the line needs. */
const installerAnswersMs = 15_000;
const installerMs = 600_000;

const root = path.join(
  process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"),
  `pulumi-otc-dcs/pulumi-v${version}`,
);
const executable = path.join(root, "bin", process.platform === "win32" ? "pulumi.exe" : "pulumi");

/**
 * The folder of a Pulumi CLI that works, fetched or built when there is none.
 * @returns {Promise<string | undefined>} `undefined` when the one on PATH serves
 */
export async function pulumiCli() {
  if (await serves("pulumi")) return undefined;
  if (await serves(executable)) return path.dirname(executable);
  if ((await install()) || ((await buildFromSource()) && (await serves(executable)))) return path.dirname(executable);
  throw new SetupError(
    `No Pulumi CLI ${oldest.join(".")} or newer is on PATH and it could not be had here: install it (https://www.pulumi.com/docs/install) ` +
      "or Go 1.21 or newer (https://go.dev/dl), and run the command again.",
  );
}

/** Where the CLI is that these tools have fetched or built. */
export const ownCliFolder = path.dirname(executable);

/** @param {string} command */
async function serves(command) {
  const [major = 0, minor = 0] = (await output(command, ["version"]))?.replace(/^v/, "").split(".").map(Number) ?? [];
  return major === oldest[0] && minor >= oldest[1];
}

async function install() {
  say(`Fetching the Pulumi CLI ${version} with Pulumi's own installer`);
  try {
    await fetch("https://get.pulumi.com/install.sh", { signal: AbortSignal.timeout(installerAnswersMs) });
  } catch {
    say("Pulumi's installer cannot be reached from here");
    return false;
  }
  const partial = `${root}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(path.dirname(root), { recursive: true });
  const installer = path.join(clone, "tools/setup/pulumi-installer.mjs");
  const code = await run(process.execPath, [installer, partial, version], { cwd: clone, timeout: installerMs });
  if (code === 0) {
    await rm(root, { recursive: true, force: true });
    await rename(partial, root);
    return serves(executable);
  }
  await rm(partial, { recursive: true, force: true });
  say("Pulumi's installer did not succeed");
  return false;
}

const buildFromSource = () =>
  goBuild({
    what: `the Pulumi CLI ${version}`,
    takes: "about four minutes",
    module: "tools/pulumi-cli",
    command: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    variable: `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`,
    executable,
  });
