/**
 * One answer for all who ask for the same. A failure is told to everybody who waits for it, and the next one asks again,
 * unless that one is content with a failure that is not old yet.
 */
export class Kept<T> {
  #answer?: Promise<T>;
  #failure?: { readonly error: unknown; readonly at: number };

  constructor(private readonly ask: () => Promise<T>) {}

  /** @param failureFor For how many milliseconds a failure counts as the answer. */
  get(failureFor = 0): Promise<T> {
    const failure = this.#failure;
    if (!this.#answer && failure && Date.now() - failure.at < failureFor) return Promise.reject(failure.error);
    this.#answer ??= this.ask().catch((error) => {
      this.#answer = undefined;
      this.#failure = { error, at: Date.now() };
      throw error;
    });
    return this.#answer;
  }
}
