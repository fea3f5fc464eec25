import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What differs from step to step in the program with one cache. */
export interface Declared {
  readonly description?: string;
  readonly vpcId?: string;
  /** The option `import`. */
  readonly importId?: string;
  /** The option `customTimeouts`, for the create. */
  readonly createLimit?: string;
  /** The option `retainOnDelete`. */
  readonly retain?: boolean;
}

export type Command = "preview" | "up" | "refresh" | "destroy";

/** What a command of the Automation API came to. */
export interface Answer {
  readonly failed: boolean;
  /** All that Pulumi printed. */
  readonly output: string;
  /** Operations by kind, without those that change nothing. */
  readonly changes: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, { readonly value: unknown; readonly secret: boolean }>>;
}

/** A program in some language, which runs commands of its Automation API: it reads and writes JSON, one line each. */
export class Driver {
  private readonly answers: AsyncIterator<string>;
  private written = "";

  private constructor(private readonly child: ChildProcess) {
    this.answers = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    child.stderr?.on("data", (text: Buffer) => {
      this.written += text.toString();
    });
  }

  static start([program = "", ...args]: readonly string[], env: Readonly<Record<string, string>>): Driver {
    return new Driver(spawn(program, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] }));
  }

  async run(command: Command, declared: Declared): Promise<Answer> {
    this.child.stdin?.write(`${JSON.stringify({ command, declared })}\n`);
    const { value: line, done } = await this.answers.next();
    if (done) throw new Error(`the program ended: ${this.written}`);
    const { changes, ...answer } = JSON.parse(line) as Answer;
    return { ...answer, changes: Object.fromEntries(Object.entries(changes).filter(([op]) => op !== "same")) };
  }

  end(): void {
    this.child.kill();
  }
}
