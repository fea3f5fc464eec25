import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The folder of the plugin's executable in the clone. */
export const PLUGIN = path.resolve(__dirname, "../../../plugin/bin");

type Values = Readonly<Record<string, unknown>>;

/** What a YAML program declares. */
export interface Program {
  readonly config?: Values;
  readonly variables?: Values;
  readonly resources?: Values;
  readonly outputs?: Values;
}

/** What a command came to. */
export interface Outcome {
  readonly failed: boolean;
  /** Standard output and error together. */
  readonly output: string;
}

/** A command that has not ended yet. */
export interface Running {
  /** Of its process. */
  readonly id: number;
  readonly ended: Promise<Outcome>;
}

/** A resource as the state holds it, with its secrets in the clear. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
  readonly initErrors?: readonly string[];
}

/** What `pulumi preview --json` says of a step, as far as it is looked at. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly replaceReasons?: readonly string[] | null;
  readonly detailedDiff?: Readonly<Record<string, { readonly kind: string }>> | null;
}

/** A folder with a YAML program, in which Pulumi's commands are typed. */
export class YamlStack {
  private constructor(
    readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async create(env: Readonly<Record<string, string>>): Promise<YamlStack> {
    const folder = await mkdtemp(path.join(tmpdir(), "otc-yaml-"));
    const stack = new YamlStack(folder, {
      ...process.env,
      PULUMI_BACKEND_URL: `file://${folder}`,
      PULUMI_CONFIG_PASSPHRASE: randomBytes(8).toString("hex"),
      PULUMI_PARALLEL: "200",
      NO_COLOR: "1",
      ...env,
    });
    await stack.write({});
    const { failed, output } = await stack.run("stack", "init", "test");
    if (failed) throw new Error(output);
    return stack;
  }

  /** Writes the program. */
  write(program: Program): Promise<void> {
    const plugins = { providers: [{ name: "otc", path: PLUGIN }] };
    // JSON is YAML, too.
    const text = JSON.stringify({ name: "caches", runtime: "yaml", plugins, ...program }, null, 2);
    return writeFile(path.join(this.folder, "Pulumi.yaml"), text);
  }

  /** Types a command. */
  run = (...args: string[]): Promise<Outcome> => this.start(...args).ended;

  /** Types a command and does not wait for its end. */
  start(...args: string[]): Running {
    const options = { cwd: this.folder, env: this.env, maxBuffer: 1e8 };
    let end: (outcome: Outcome) => void = () => {};
    const ended = new Promise<Outcome>((done) => {
      end = done;
    });
    const child = execFile("pulumi", [...args, "--non-interactive"], options, (error, stdout, stderr) =>
      end({ failed: error !== null, output: withoutPlaces(stdout + stderr) }),
    );
    return { id: child.pid as number, ended };
  }

  up = (...more: string[]): Promise<Outcome> => this.run("up", "--yes", "--skip-preview", ...more);
  preview = (...more: string[]): Promise<Outcome> => this.run("preview", "--diff", ...more);
  refresh = (...more: string[]): Promise<Outcome> => this.run("refresh", "--yes", "--skip-preview", "--diff", ...more);
  destroy = (...more: string[]): Promise<Outcome> => this.run("destroy", "--yes", "--skip-preview", ...more);

  /** The steps that a preview foresees, those without a change left out. */
  async steps(): Promise<Step[]> {
    const { output } = await this.run("preview", "--json");
    return (JSON.parse(output) as { steps?: Step[] }).steps?.filter(({ op }) => op !== "same") ?? [];
  }

  /** The resources of the plugin in the state. */
  async resources(): Promise<ResourceState[]> {
    const { output } = await this.run("stack", "export", "--show-secrets");
    const { deployment } = JSON.parse(output) as { deployment: { resources?: ResourceState[] } };
    return deployment.resources?.filter(({ type }) => type.startsWith("otc:")) ?? [];
  }

  /** Ids of the plugin's resources, from the state as it lies on the disk: a command that prints it takes a second. */
  async ids(): Promise<string[]> {
    const text = await readFile(path.join(this.folder, ".pulumi/stacks/caches/test.json"), "utf8");
    const { checkpoint } = JSON.parse(text) as { checkpoint: { latest?: { resources?: ResourceState[] } } };
    const resources = checkpoint.latest?.resources ?? [];
    return resources.filter(({ type, id }) => type.startsWith("otc:") && id !== undefined).map(({ id }) => id);
  }

  outputs = async (): Promise<Values> => JSON.parse((await this.run("stack", "output", "--json")).output);

  close = (): Promise<void> => rm(this.folder, { recursive: true, force: true });
}

// It depends on how the CLI was installed.
const withoutPlaces = (output: string): string =>
  output.replace(/^.*warning: using pulumi-language-yaml from \$PATH.*\n?/gm, "");

/** The outcome, or the engine's own words as the failure: they say more than a failed expectation. */
export async function succeeded(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.failed) throw new Error(outcome.output);
  return outcome;
}
