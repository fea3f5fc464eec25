import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { pulumiCli } from "./pulumi-cli.mjs";
import { clone } from "./say.mjs";

/** What is written while the commands run: ignored by Git, safe to remove. */
export const local = path.join(clone, ".local");

/**
 * Makes this process, and so everything it starts, one in which the engine works: the CLI and the dynamic-provider
 * plugin on PATH, nothing fetched while it runs, and no account, backend or sign-in of the user's own in reach.
 */
export async function engineEnvironment() {
  const cli = await pulumiCli();
  const folders = cli === undefined ? pathFolders() : [cli, ...pathFolders()];
  if (!folders.some((folder) => existsSync(path.join(folder, plugin)))) {
    // Beside the CLI where that is ours to write: the engine warns of a plugin that it finds elsewhere.
    folders.unshift(await copyPlugin(cli ?? path.join(local, "bin")));
  }
  for (const name of Object.keys(process.env)) if (/^(OS|OTC|PULUMI)_/.test(name)) delete process.env[name];
  Object.assign(process.env, {
    PATH: folders.join(path.delimiter),
    PULUMI_HOME: path.join(local, "pulumi-home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  });
}

const plugin = process.platform === "win32" ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs";

function pathFolders() {
  return (process.env.PATH ?? "").split(path.delimiter);
}

/** The script that starts dynamic providers; the npm package ships it without its run bit. @param {string} folder */
async function copyPlugin(folder) {
  const partial = path.join(folder, `.${plugin}.${process.pid}`);
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(clone, "node_modules/@pulumi/pulumi", plugin), partial);
  await chmod(partial, 0o755);
  await rename(partial, path.join(folder, plugin));
  return folder;
}
