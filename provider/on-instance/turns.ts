import type { OfInstance } from "./of-instance";

class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }
}

/**
 * Does the work when all earlier work of this run on the instance has ended. The service does one such operation at a time
 * anyway; and what appears in a list after an order is certainly not of another order of this run.
 */
export const inTurn = <T>(at: OfInstance, work: () => Promise<T>): Promise<T> =>
  at.run.shared(at, Turns, () => new Turns()).take(work);
