import { PulumiCommand } from "@pulumi/pulumi/automation";

// Not in the declarations, yet it is what every command of the Automation API goes through.
interface Runs {
  run(args: string[], ...rest: unknown[]): Promise<unknown>;
}

// Asked once for its version, by a command.
let found: Promise<PulumiCommand> | undefined;

/** The Pulumi CLI as the Automation API calls it, with room for flags which that has no option for. */
export class Cli {
  private flags: readonly string[] = [];
  private lastClient: string | undefined;

  private constructor(readonly command: PulumiCommand) {}

  static async find(): Promise<Cli> {
    found ??= PulumiCommand.get();
    const pulumi = (await found) as PulumiCommand & Runs;
    const command: PulumiCommand & Runs = Object.create(pulumi);
    const cli = new Cli(command);
    command.run = (args, ...rest) => {
      const extra = args[0] === "preview" ? cli.flags : [];
      cli.lastClient = args.find((arg) => arg.startsWith("--client=")) ?? cli.lastClient;
      return pulumi.run([...args, ...extra], ...rest);
    };
    return cli;
  }

  /** What one command prints. */
  async printed(args: string[], folder: string, env: Readonly<Record<string, string>>): Promise<string> {
    return ((await (this.command as PulumiCommand & Runs).run(args, folder, env)) as { stdout: string }).stdout;
  }

  /** The argument by which the process of the last run can be told from all others. */
  get client(): string | undefined {
    return this.lastClient;
  }

  /** Runs `work`; every `pulumi preview` in it gets these flags. */
  async withPreviewFlags<T>(flags: readonly string[], work: () => Promise<T>): Promise<T> {
    this.flags = flags;
    try {
      return await work();
    } finally {
      this.flags = [];
    }
  }
}
