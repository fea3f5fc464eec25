import path from "node:path";
import { engineEnvironment, local } from "./environment.mjs";
import { pulumiCli } from "./pulumi-cli.mjs";
import { yamlHost } from "./yaml-host.mjs";

/** Jest calls this before the first engine test; workers inherit the environment. */
export default async function engineTests() {
  await engineEnvironment();
  const added = await yamlHost((await pulumiCli()) ?? path.join(local, "bin"));
  if (added) process.env.PATH = [added, process.env.PATH].join(path.delimiter);
}
