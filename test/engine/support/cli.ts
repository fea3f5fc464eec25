import { PulumiCommand } from "@pulumi/pulumi/automation";

// Not in the declarations, yet it is what every command of the Automation API goes through.
interface Runs {
  run(args: string[], ...rest: unknown[]): Promise<unknown>;
}

/** The Pulumi CLI as the Automation API calls it, with room for flags which that has no option for. */
export class Cli {
  private flags: readonly string[] = [];

  private constructor(readonly command: PulumiCommand) {}

  static async find(): Promise<Cli> {
    const found = await PulumiCommand.get();
    const command: PulumiCommand & Runs = Object.create(found);
    const cli = new Cli(command);
    command.run = (args, ...rest) => {
      const extra = args[0] === "preview" ? cli.flags : [];
      return (found as PulumiCommand & Runs).run([...args, ...extra], ...rest);
    };
    return cli;
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
