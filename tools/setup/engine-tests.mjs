import path from "node:path";
import { engineEnvironment, local } from "./environment.mjs";
import { ownCliFolder } from "./pulumi-cli.mjs";
import { yamlHost } from "./yaml-host.mjs";

/** Jest calls this before the first engine test; workers inherit the environment. */
export default async function engineTests() {
  await engineEnvironment();
  const isOwn = (process.env.PATH ?? "").split(path.delimiter).includes(ownCliFolder);
  const added = await yamlHost(isOwn ? ownCliFolder : path.join(local, "bin"));
  if (added) process.env.PATH = [added, process.env.PATH].join(path.delimiter);
}
