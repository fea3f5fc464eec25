import { type ApiError, isThrottled } from "../errors/api-error";
import { pause as sleep } from "./pause";

/** How many modifying calls are under way at once, and how that answers to throttling. */
const PACE = {
  most: 50,
  least: 1,
  /** Calls in a row that must go well before one more may be under way. */
  calm: 5,
  /** Milliseconds that all wait after a throttling answer that names no time. */
  rest: 1_000,
  /** Milliseconds; a longer wait is the matter of the call that was asked for it. */
  longestRest: 10_000,
} as const;

/**
 * Limits the modifying calls of one client. If one call is throttled, all calls pause, and then half as many run at once.
 * Calls that succeed raise the limit again, one by one.
 */
export class Pace {
  #limit: number = PACE.most;
  #running = 0;
  #wellInARow = 0;
  /** Milliseconds since the epoch. */
  #restsUntil = 0;
  readonly #waiting: Array<() => void> = [];

  constructor(private readonly pause: (ms: number) => Promise<void> = sleep) {}

  async keep<T>(call: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      const answer = await call();
      this.#speedUp();
      return answer;
    } catch (error) {
      if (isThrottled(error)) this.#slowDown((error as ApiError).retryAfter);
      throw error;
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.#limit) await new Promise<void>((admitted) => this.#waiting.push(admitted));
    else this.#running++;
    const rest = this.#restsUntil - Date.now();
    if (rest <= 0) return;
    try {
      await this.pause(rest);
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  #leave(): void {
    this.#running--;
    this.#admit();
  }

  #admit(): void {
    while (this.#running < this.#limit) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#running++;
      next();
    }
  }

  #speedUp(): void {
    if (++this.#wellInARow < PACE.calm || this.#limit === PACE.most) return;
    this.#wellInARow = 0;
    this.#limit++;
    this.#admit();
  }

  #slowDown(asked: number | undefined): void {
    this.#wellInARow = 0;
    // Answers to calls that were under way together are one warning, not many.
    if (Date.now() < this.#restsUntil) return;
    this.#limit = Math.max(PACE.least, Math.floor(this.#limit / 2));
    this.#restsUntil = Date.now() + Math.min(PACE.longestRest, asked ?? PACE.rest);
  }
}
