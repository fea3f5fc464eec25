/** The service's clock; it may be off, as a real one, or the caller's, may be. */
export class Clock {
  constructor(private skewMs: number) {}

  /** Milliseconds since the epoch, as the service believes. */
  readonly now = (): number => Date.now() + this.skewMs;

  /** The same as the API writes it. */
  stamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** Puts the clock `ms` ahead of the true time; a negative value puts it behind. */
  skew(ms: number): void {
    this.skewMs = ms;
  }
}
