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
  const folders = [await pulumiPlugin(), await pulumiCli()].filter((folder) => folder !== undefined);
  for (const name of Object.keys(process.env)) if (/^(OS|OTC|PULUMI)_/.test(name)) delete process.env[name];
  Object.assign(process.env, {
    PATH: [...folders, process.env.PATH].join(path.delimiter),
    PULUMI_HOME: path.join(local, "pulumi-home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  });
}

/** The script that starts dynamic providers; the npm package ships it without its run bit. */
async function pulumiPlugin() {
  const folder = path.join(local, "bin");
  const name = process.platform === "win32" ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs";
  const partial = path.join(folder, `.${name}.${process.pid}`);
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(clone, "node_modules/@pulumi/pulumi", name), partial);
  await chmod(partial, 0o755);
  await rename(partial, path.join(folder, name));
  return folder;
}
