import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Cell, Manager } from "./cells";
import { run } from "./play/run";

/** Package managers, in the versions that are tried. npm is the one of Node 20. */
const TOOLS = { npm: "10.9.4", pnpm: "10.20.0", yarn: "1.22.22", "@yarnpkg/cli-dist": "4.18.1" };

const SCRIPTS: Readonly<Record<Manager, string>> = {
  npm: "npm/bin/npm-cli.js",
  pnpm: "pnpm/bin/pnpm.cjs",
  "yarn-classic": "yarn/bin/yarn.js",
  "yarn-berry": "@yarnpkg/cli-dist/bin/yarn.js",
  "yarn-berry-pnp": "@yarnpkg/cli-dist/bin/yarn.js",
};

/** The package managers and the versions of Node, each as an npm package in a folder of its own. */
export class Tools {
  constructor(private readonly folder: string) {}

  /** Gets all of them, before projects at the same time ask for one. */
  async all(): Promise<void> {
    await this.manager("npm");
    for (const major of [20, 22, 24] as const) await this.node(major);
  }

  /** The script of a package manager. */
  async manager(name: Manager): Promise<string> {
    const at = await this.installed("managers", TOOLS, Object.keys(TOOLS));
    return path.join(at, SCRIPTS[name]);
  }

  /** The folder with `node`. */
  async node(major: Cell["node"]): Promise<string> {
    if (process.version.startsWith(`v${major}.`)) return path.dirname(process.execPath);
    const at = await this.installed(`node-${major}`, { node: String(major) }, ["node"]);
    return path.join(at, "node/bin");
  }

  private async installed(name: string, dependencies: object, packages: readonly string[]): Promise<string> {
    const folder = path.join(this.folder, name);
    const modules = path.join(folder, "node_modules");
    if (packages.every((each) => existsSync(path.join(modules, each, "package.json")))) return modules;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
    // The package of Node fetches the binary of this platform in its script.
    await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts=false"], { cwd: folder });
    return modules;
  }
}
