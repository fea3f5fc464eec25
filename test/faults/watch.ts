import type { Emulator } from "../../emulator";

interface Hook {
  readonly method: string;
  readonly project: string;
  readonly work: () => unknown;
}

/** Follows the calls to the local DCS and lets things happen in answer to them. */
export class Watch {
  private hooks: Hook[] = [];
  private read = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly follower: NodeJS.Timeout;

  constructor(private readonly dcs: Emulator) {
    this.follower = setInterval(() => this.follow(), 10);
  }

  /** Runs `work` once, when the next such call has come in. */
  onCall(call: Omit<Hook, "work">, work: () => unknown): void {
    this.hooks.push({ ...call, work });
  }

  later(ms: number, work: () => unknown): void {
    this.timers.add(setTimeout(work, ms));
  }

  close(): void {
    clearInterval(this.follower);
    for (const timer of this.timers) clearTimeout(timer);
  }

  private follow(): void {
    const fresh = this.dcs.journal.slice(this.read);
    this.read = this.dcs.journal.length;
    for (const { method, path } of fresh) {
      const due = this.hooks.filter((hook) => hook.method === method && path.includes(`/${hook.project}/`));
      this.hooks = this.hooks.filter((hook) => !due.includes(hook));
      for (const { work } of due) work();
    }
  }
}
