/** The service's clock; it may be off, as a real one, or the caller's, may be. */
export class Clock {
  constructor(private skewMs: number) {}

  /** Milliseconds since the epoch, as the service believes. */
  readonly now = (): number => Date.now() + this.skewMs;

  /** Puts the clock `ms` ahead of the true time; a negative value puts it behind. */
  skew(ms: number): void {
    this.skewMs = ms;
  }
}
