/** Says how far a long run is: a line that stays for each step, and on a terminal the one that goes on now. */
export class Progress {
  private readonly started = Date.now();
  private done = 0;

  constructor(private readonly steps: number) {}

  /** Runs a step; `told` is what to say of it once it is done. */
  async step<T>(title: string, work: () => Promise<T>, told: (result: T) => string): Promise<T> {
    const place = `[${this.done + 1}/${this.steps}, ${this.minutes()}]`;
    if (process.stdout.isTTY) process.stdout.write(`${place} ${title} ...`);
    const result = await work();
    this.done += 1;
    if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
    process.stdout.write(`${place} ${title}: ${told(result)}\n`);
    return result;
  }

  /** Since the start, as m:ss. */
  private minutes(): string {
    const seconds = Math.round((Date.now() - this.started) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}
