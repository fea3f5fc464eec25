import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Contender } from "../../programs/contenders";

const clone = path.resolve(__dirname, "../../..");

/** With the place of the plugin, which otherwise would be looked for on the PATH. */
const PROJECT = `name: caches
runtime: nodejs
plugins:
  providers:
    - name: otc
      path: ${JSON.stringify(path.join(clone, "plugin/bin"))}
`;

/** As in Pulumi's template for TypeScript. */
const COMPILER = {
  strict: true,
  outDir: "bin",
  target: "es2020",
  module: "commonjs",
  moduleResolution: "node",
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
};

const programOf = (contender: Contender, caches: number): string => `import { declare } from "./programs/${contender}";

for (let index = 0; index < ${caches}; index += 1) declare(index);
`;

/** What such a project depends on, and where it is. */
const PACKAGES: Readonly<Record<string, string>> = {
  "pulumi-otc-dcs": clone,
  ...Object.fromEntries(
    ["@pulumi/pulumi", "@types/node", "typescript"].map((name) => [name, path.join(clone, "node_modules", name)]),
  ),
};

async function link(folder: string): Promise<void> {
  for (const [name, target] of Object.entries(PACKAGES)) {
    const at = path.join(folder, "node_modules", name);
    await mkdir(path.dirname(at), { recursive: true });
    await symlink(target, at, "junction");
  }
}

/** A folder with a TypeScript program, in which commands are typed as users type them. */
export class TypedProject {
  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @param env Variables that lead the provider to the local DCS. */
  static async create(
    contender: Contender,
    caches: number,
    env: Readonly<Record<string, string>>,
  ): Promise<TypedProject> {
    const folder = await mkdtemp(path.join(tmpdir(), "dcs-bench-"));
    const state = path.join(folder, "state");
    await mkdir(state);
    await link(folder);
    await cp(path.join(clone, "bench/programs"), path.join(folder, "programs"), { recursive: true });
    await writeFile(path.join(folder, "Pulumi.yaml"), PROJECT);
    await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "caches", main: "index.ts" }));
    await writeFile(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: COMPILER, files: ["index.ts"] }),
    );
    await writeFile(path.join(folder, "index.ts"), programOf(contender, caches));
    const project = new TypedProject(folder, {
      ...process.env,
      PULUMI_CONFIG_PASSPHRASE: randomBytes(8).toString("hex"),
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_PARALLEL: "100",
      ...env,
    });
    await project.type("stack", "init", "test");
    return project;
  }

  /** Types `pulumi ...` and answers what it prints. Throws all of that if the command fails. */
  async type(...args: readonly string[]): Promise<string> {
    const options = { cwd: this.folder, env: this.env, maxBuffer: 2 ** 28 };
    try {
      return (await promisify(execFile)("pulumi", args, options)).stdout;
    } catch (error) {
      const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
      throw new Error(`pulumi ${args.join(" ")} failed:\n${stdout}${stderr}` || message);
    }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
