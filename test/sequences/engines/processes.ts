import { ProviderProcess } from "../../process/support/provider-process";

/** A process while somebody uses it. */
export interface Lease {
  readonly process: ProviderProcess;
  readonly generation: number;
  release(): Promise<void>;
}

interface Shared {
  readonly process: ProviderProcess;
  readonly generation: number;
  users: number;
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/**
 * Provider processes. Every run of the engine has one that it has not used before, as in life: what a process remembers
 * of a run must not help the next. Those of different sequences may be the same, as resources of one program are.
 */
export class Processes {
  private current?: Shared;
  private starting?: Promise<Shared>;
  private readonly all = new Set<ProviderProcess>();
  private readonly written: string[] = [];
  private generation = 0;

  /**
   * @param gather Milliseconds between two starts. One takes most of a second of a core, so runs that begin about the
   *   same time share it.
   */
  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly gather: number,
  ) {}

  /** One that was started after the given generation. */
  async newerThan(generation: number): Promise<Lease> {
    let shared = this.current;
    while (shared === undefined || shared.generation <= generation) {
      this.starting ??= this.next();
      shared = await this.starting;
    }
    shared.users++;
    const used = shared;
    return { process: used.process, generation: used.generation, release: () => this.released(used) };
  }

  /** One that nobody shares, to be killed. */
  async own(): Promise<Lease> {
    const process = await this.start();
    return { process, generation: this.generation, release: () => this.stop(process) };
  }

  /** Everything the processes have written. */
  get output(): string {
    return [...this.written, ...[...this.all].map(({ output }) => output)].join("\n");
  }

  async close(): Promise<void> {
    await this.starting;
    await Promise.all([...this.all].map((process) => this.stop(process)));
  }

  private async next(): Promise<Shared> {
    await pause(this.current === undefined ? 0 : this.gather);
    const before = this.current;
    this.current = { process: await this.start(), generation: ++this.generation, users: 0 };
    this.starting = undefined;
    if (before?.users === 0) await this.stop(before.process);
    return this.current;
  }

  private async start(): Promise<ProviderProcess> {
    const process = await ProviderProcess.start(this.env);
    this.all.add(process);
    return process;
  }

  private async released(shared: Shared): Promise<void> {
    shared.users--;
    if (shared.users === 0 && shared !== this.current) await this.stop(shared.process);
  }

  private async stop(process: ProviderProcess): Promise<void> {
    if (!this.all.delete(process)) return;
    this.written.push(process.output);
    await process.stop();
  }
}
