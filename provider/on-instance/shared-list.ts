import { pause } from "../http/retry/pause";

/** Milliseconds that a look waits for others to join. */
const GATHER = 20;

/** A list that many ask for at once. Those that ask together share one call, and no answer is older than its question. */
export class SharedList<R> {
  #gathering?: Promise<R[]>;
  #deadline = 0;

  /** @param list `deadline`: milliseconds since the epoch. */
  constructor(private readonly list: (options: { readonly deadline?: number }) => Promise<R[]>) {}

  get(deadline = Number.POSITIVE_INFINITY): Promise<R[]> {
    this.#deadline = Math.max(this.#deadline, deadline);
    this.#gathering ??= pause(GATHER).then(() => {
      const options = Number.isFinite(this.#deadline) ? { deadline: this.#deadline } : {};
      this.#gathering = undefined;
      this.#deadline = 0;
      return this.list(options);
    });
    return this.#gathering;
  }
}
