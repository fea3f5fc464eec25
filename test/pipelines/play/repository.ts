import { chmod, cp, mkdir, mkdtemp, readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

const CLONE = path.resolve(__dirname, "../../..");

/** What `npm ci` would install: the packages of this clone, so that no registry is needed. */
const PACKAGES = ["@pulumi", "@types", "jest", "ts-jest", "typescript"];

/** Commands of the packages, by their names in `node_modules/.bin`. */
const COMMANDS = {
  "otc-dcs-emulator": "dist/emulator/cli.js",
  jest: "node_modules/jest/bin/jest.js",
} as const;

const MANIFEST = {
  name: "shop",
  private: true,
  jest: { testEnvironment: "node", transform: { "\\.ts$": ["ts-jest", { diagnostics: false }] } },
};

const COMPILER = {
  compilerOptions: {
    target: "ES2022",
    module: "Node16",
    moduleResolution: "Node16",
    isolatedModules: true,
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
  },
};

async function install(folder: string): Promise<void> {
  const modules = path.join(folder, "node_modules");
  await mkdir(path.join(modules, ".bin"), { recursive: true });
  for (const name of PACKAGES) await symlink(path.join(CLONE, "node_modules", name), path.join(modules, name), "dir");
  await symlink(CLONE, path.join(modules, "pulumi-otc-dcs"), "dir");
  for (const [name, script] of Object.entries(COMMANDS)) {
    const file = path.join(modules, ".bin", name);
    await writeFile(file, `#!/bin/sh\nexec node "${path.join(CLONE, script)}" "$@"\n`);
    await chmod(file, 0o755);
  }
}

/** A team's repository: examples/testing with packages installed. */
export async function repository(inside: string): Promise<string> {
  const folder = path.join(inside, "repository");
  await cp(path.join(CLONE, "examples/testing"), folder, { recursive: true });
  await writeFile(path.join(folder, "package.json"), JSON.stringify(MANIFEST));
  await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(COMPILER));
  await install(folder);
  return folder;
}

/** A fresh checkout, as each job has one. */
export async function checkout(from: string, inside: string): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(inside, "job-")), "shop");
  await mkdir(folder);
  // The whole tree at once would follow the links of node_modules.
  for (const entry of await readdir(from)) {
    await cp(path.join(from, entry), path.join(folder, entry), { recursive: true, verbatimSymlinks: true });
  }
  return folder;
}
