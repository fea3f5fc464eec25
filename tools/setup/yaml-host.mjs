import { existsSync } from "node:fs";
import path from "node:path";
import { goBuild } from "./go-build.mjs";
import { SetupError } from "./say.mjs";

/** The version that is built, and the one in tools/pulumi-languages/go.mod. */
const version = "1.25.0";

const name = process.platform === "win32" ? "pulumi-language-yaml.exe" : "pulumi-language-yaml";

/**
 * Sees to it that there is a language host of YAML programs. Pulumi's installer brings it with the CLI.
 * @param {string} folder Where it is built if it is missing. The engine warns of one that is not beside the CLI.
 * @returns {Promise<string | undefined>} the folder, if it is not on PATH yet
 */
export async function yamlHost(folder) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  if (folders.some((each) => existsSync(path.join(each, name)))) return undefined;
  const executable = path.join(folder, name);
  const built =
    existsSync(executable) ||
    (await goBuild({
      what: `the language host of YAML ${version}`,
      takes: "about three minutes",
      module: "tools/pulumi-languages",
      command: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
      variable: `github.com/pulumi/pulumi-yaml/pkg/version.Version=v${version}`,
      executable,
    }));
  if (!built) throw new SetupError(`${name} is missing: install the Pulumi CLI (https://www.pulumi.com/docs/install).`);
  return folders.includes(folder) ? undefined : folder;
}
