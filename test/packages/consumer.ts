import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Cell } from "./cells";
import type { Tools } from "./managers";
import { run } from "./play/run";
import { manifest, PROGRAMS, type Program } from "./programs";

/** A project with the package installed, as a user has it. */
export interface Consumer {
  readonly folder: string;
  readonly program: Program;
  /** Environment in which the project's Node comes first. */
  readonly env: NodeJS.ProcessEnv;
  /** How a script of the project is run. */
  readonly node: readonly string[];
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const installArguments = ({ manager, workspace }: Cell): string[] => {
  if (manager === "npm")
    return ["install", "--no-audit", "--no-fund", ...(workspace === "nested" ? ["--install-strategy=nested"] : [])];
  if (manager === "pnpm") return ["install", "--no-frozen-lockfile"];
  return manager === "yarn-classic" ? ["install", "--non-interactive", "--no-lockfile"] : ["install"];
};

const settingsOf = ({ manager }: Cell): Record<string, string> =>
  manager.startsWith("yarn-berry")
    ? {
        ".yarnrc.yml": `nodeLinker: ${manager === "yarn-berry" ? "node-modules" : "pnp"}\nenableTelemetry: false\n`,
        "yarn.lock": "",
      }
    : {};

function rootOf(cell: Cell): Record<string, string> {
  if (cell.workspace === undefined) return {};
  const root = { name: "shop", version: "1.0.0", private: true, workspaces: ["infrastructure"] };
  return cell.manager === "pnpm"
    ? {
        "package.json": json({ ...root, workspaces: undefined }),
        "pnpm-workspace.yaml": "packages: [infrastructure]\n",
      }
    : { "package.json": json(root) };
}

const write = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
};

const BUILDS: Readonly<Record<NonNullable<Program["build"]>, readonly string[]>> = {
  tsc: ["node_modules/typescript/bin/tsc", "-p", "."],
  esbuild: ["build.cjs", "@pulumi/pulumi", "pulumi-otc-dcs"],
  "esbuild-whole": ["build.cjs", "@pulumi/pulumi"],
};

const BUNDLE = `require("esbuild").buildSync({
  entryPoints: ["index.ts"], outfile: "bin/index.js", bundle: true, platform: "node", external: process.argv.slice(2),
});
`;

/** Writes the project of a cell, installs it and builds it. */
export async function consumer(
  cell: Cell,
  root: string,
  packed: string,
  tools: Tools,
  cache: string,
): Promise<Consumer> {
  const program = PROGRAMS[cell.kind];
  const folder = cell.workspace === undefined ? root : path.join(root, "infrastructure");
  const bin = await tools.node(cell.node);
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH ?? ""].join(path.delimiter),
    YARN_CACHE_FOLDER: path.join(cache, cell.manager),
    YARN_ENABLE_GLOBAL_CACHE: "false",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_NPM_MINIMAL_AGE_GATE: "0",
  };
  await write(root, { ...settingsOf(cell), ...rootOf(cell) });
  await write(folder, {
    "package.json": json(manifest(program, cell, packed)),
    "Pulumi.yaml": "name: caches\nruntime: nodejs\n",
    [program.file]: program.text,
    ...(program.compilerOptions
      ? { "tsconfig.json": json({ compilerOptions: program.compilerOptions, files: [program.file] }) }
      : {}),
    ...(program.build?.startsWith("esbuild") ? { "build.cjs": BUNDLE } : {}),
  });
  const manager = await tools.manager(cell.manager);
  const node = path.join(bin, "node");
  await run(node, [manager, ...installArguments(cell)], { cwd: root, env });
  if (program.build) await run(node, [...BUILDS[program.build]], { cwd: folder, env });
  if (program.removed) await rm(path.join(folder, "node_modules/pulumi-otc-dcs"), { recursive: true });
  return { folder, program, env, node: cell.manager === "yarn-berry-pnp" ? [node, manager, "node"] : [node] };
}
