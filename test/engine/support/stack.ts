import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type ConfigMap,
  type Deployment,
  type DestroyOptions,
  type EngineEvent,
  LocalWorkspace,
  type PreviewOptions,
  type PulumiFn,
  type RefreshOptions,
  type Stack,
  type UpOptions,
} from "@pulumi/pulumi/automation";
import { withBareRuns } from "./bare-runs";
import { Cli } from "./cli";
import { processesOf, type RunProcesses } from "./processes";

/** What one run of the engine came to. */
export interface Outcome {
  readonly failed: boolean;
  /** Everything the engine printed, standard output and error together. */
  readonly output: string;
  /** Operations by kind, e.g. `{ create: 1, same: 1 }`. */
  readonly changes: Readonly<Record<string, number>>;
}

/** One step of `pulumi preview --json`. */
export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly replaceReasons?: readonly string[] | null;
}

/** What `pulumi preview --json` prints, as far as it is looked at. */
export interface PreviewDigest {
  readonly steps: readonly PreviewStep[];
  readonly diagnostics?: ReadonlyArray<{ readonly message: string }>;
  readonly changeSummary: Readonly<Record<string, number>>;
}

/** A cache as the state holds it. */
export interface CacheState {
  readonly urn: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Name of the resource in the program. */
export const resourceName = ({ urn }: { readonly urn: string }): string => urn.split("::").at(-1) ?? "";

/** The outcome, or the engine's own words as the failure: they say more than a failed expectation. */
export async function succeeded(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.failed) throw new Error(outcome.output);
  return outcome;
}

type Run = "preview" | "up" | "refresh" | "destroy";

/** A stack of the real engine, on a backend of its own, that calls the local DCS. */
export class EngineStack {
  private readonly runs: Stack;

  private constructor(
    private readonly stack: Stack,
    private readonly home: string,
    private readonly cli: Cli,
  ) {
    this.runs = withBareRuns(stack);
  }

  /** @param env Variables that lead the provider to the service and sign it in. */
  static async create(env: Readonly<Record<string, string>>, config: ConfigMap = {}): Promise<EngineStack> {
    const home = await mkdtemp(path.join(tmpdir(), "dcs-engine-"));
    const cli = await Cli.find();
    const stack = await LocalWorkspace.createStack(
      { stackName: "test", projectName: "caches", program: async () => {} },
      {
        // Project and configuration are written here: in the clone they would replace its own Pulumi.yaml.
        workDir: home,
        pulumiCommand: cli.command,
        projectSettings: {
          name: "caches",
          runtime: "nodejs",
          // The provider process starts here and must find the package under test.
          main: path.resolve(__dirname, "../../.."),
          backend: { url: `file://${home}` },
        },
        envVars: {
          PULUMI_CONFIG_PASSPHRASE: randomBytes(8).toString("hex"),
          PULUMI_BACKEND_URL: `file://${home}`,
          // Waiting costs nothing: four operations per core would only queue.
          PULUMI_PARALLEL: "200",
          ...env,
        },
      },
    );
    if (Object.keys(config).length > 0) await stack.setAllConfig(config);
    return new EngineStack(stack, home, cli);
  }

  preview = (program: PulumiFn, more: Partial<PreviewOptions> = {}): Promise<Outcome> =>
    this.run("preview", program, more);
  up = (program: PulumiFn, more: Partial<UpOptions> = {}): Promise<Outcome> => this.run("up", program, more);
  refresh = (more: Partial<RefreshOptions> = {}): Promise<Outcome> => this.run("refresh", undefined, more);
  destroy = (more: Partial<DestroyOptions> = {}): Promise<Outcome> => this.run("destroy", undefined, more);

  /** `pulumi preview --json`: the engine's own statement of each step, and the lines printed beside it. */
  async previewJson(program: PulumiFn): Promise<PreviewDigest> {
    const { stdout } = await this.cli.withPreviewFlags(["--json", "--show-sames"], () =>
      this.stack.preview({ program }),
    );
    return JSON.parse(stdout) as PreviewDigest;
  }

  /** Variables of the runs to come; those set before stay. */
  setEnvironment(env: Readonly<Record<string, string>>): void {
    Object.assign(this.stack.workspace.envVars, env);
  }

  setConfig = (config: ConfigMap): Promise<void> => this.stack.setAllConfig(config);

  /** What `pulumi stack output --json --show-secrets` prints. The Automation API runs that, and once more without secrets. */
  outputs = async (): Promise<Record<string, unknown>> => {
    const { workspace, name } = this.stack;
    const args = ["stack", "output", "--json", "--show-secrets", "--stack", name];
    return JSON.parse(await this.cli.printed(args, workspace.workDir, workspace.envVars));
  };

  /** Everything the backend has written, as it lies on the disk; `export` decrypts it. */
  async stored(): Promise<string> {
    const entries = await readdir(path.join(this.home, ".pulumi"), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return (await Promise.all(files.map(({ name, parentPath }) => readFile(path.join(parentPath, name), "utf8")))).join(
      "\n",
    );
  }

  /** The stored state, as `pulumi stack export --show-secrets` prints it. */
  export = (): Promise<Deployment> => this.stack.exportStack();

  /** The stored state with its secrets encrypted, as `pulumi stack export` prints it. */
  async exportEncrypted(): Promise<Deployment> {
    const text = await readFile(path.join(this.home, ".pulumi/stacks/caches/test.json"), "utf8");
    const { version, checkpoint } = JSON.parse(text);
    return { version, deployment: checkpoint.latest };
  }

  /** What `pulumi stack import` does: puts a state in the place of the stored one. */
  import = (state: Deployment): Promise<void> => this.stack.importStack(state);

  /** The resources of the cache class in the state. */
  async caches(): Promise<CacheState[]> {
    const { deployment } = await this.export();
    return (deployment.resources ?? []).filter(({ type }: { type: string }) => type.endsWith(":DcsInstance"));
  }

  /** What `pulumi cancel` does: takes away the lock of a run that was killed. */
  cancel = (): Promise<void> => this.stack.cancel();

  /** `pulumi refresh --clear-pending-creates`: drops the notes of creates that were cut off. */
  clearPendingCreates = (): Promise<Outcome> => this.refresh({ clearPendingCreates: true });

  /** The processes of the run that is going on, by their ids. */
  processes = (): Promise<RunProcesses> => processesOf(this.cli.client);

  /** Whether a run holds the stack, or was killed while it did. */
  async locked(): Promise<boolean> {
    const entries = await readdir(path.join(this.home, ".pulumi/locks"), { recursive: true }).catch(() => []);
    return entries.some((entry) => entry.endsWith(".json"));
  }

  async close(): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }

  private async run(kind: Run, program?: PulumiFn, more: Partial<UpOptions> = {}): Promise<Outcome> {
    let output = "";
    let changes: Record<string, number> = {};
    const onOutput = (text: string) => {
      output += text;
    };
    const onEvent = (event: EngineEvent) => {
      changes = event.summaryEvent?.resourceChanges ?? changes;
      more.onEvent?.(event);
    };
    try {
      const options = { onOutput, onError: onOutput, ...(program ? { program } : {}), ...more, onEvent };
      await this.runs[kind](options as never);
      return { failed: false, output, changes };
    } catch (error) {
      return { failed: true, output: `${output}\n${error instanceof Error ? error.message : error}`, changes: {} };
    }
  }
}
