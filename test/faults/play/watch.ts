import type { Emulator } from "../../../emulator";

interface Hook {
  readonly method: string;
  readonly project: string;
  readonly work: () => unknown;
}

/** Follows the calls to the local DCS and lets things happen in answer to them. */
export class Watch {
  private hooks: Hook[] = [];
  private readonly most = new Map<string, number>();
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

  /** How many instances of ours there were at the same time since this was asked last, those going away left out. */
  peak(project: string): number {
    this.count();
    const peak = this.most.get(project) ?? 0;
    this.most.delete(project);
    return peak;
  }

  later(ms: number, work: () => unknown): void {
    this.timers.add(setTimeout(work, ms));
  }

  close(): void {
    clearInterval(this.follower);
    for (const timer of this.timers) clearTimeout(timer);
  }

  private count(): void {
    const now = new Map<string, number>();
    for (const { projectId, owner, status } of this.dcs.instances()) {
      if (owner === "caller" && status !== "DELETING") now.set(projectId, (now.get(projectId) ?? 0) + 1);
    }
    for (const [project, number] of now) this.most.set(project, Math.max(number, this.most.get(project) ?? 0));
  }

  private follow(): void {
    const fresh = this.dcs.journal.slice(this.read);
    // Between two calls there come no new ones.
    if (fresh.length > 0) this.count();
    this.read = this.dcs.journal.length;
    for (const { method, path } of fresh) {
      const due = this.hooks.filter((hook) => hook.method === method && path.includes(`/${hook.project}/`));
      this.hooks = this.hooks.filter((hook) => !due.includes(hook));
      for (const { work } of due) work();
    }
  }
}
