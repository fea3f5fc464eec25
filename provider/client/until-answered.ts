/**
 * Asks once for all callers.
 *
 * @param keepFailure Milliseconds for which a failure is the answer, too. By default the next caller asks again.
 */
export function untilAnswered<T>(ask: () => Promise<T>, keepFailure = 0): () => Promise<T> {
  let asked: Promise<T> | undefined;
  let failedAt = Number.POSITIVE_INFINITY;
  return () => {
    if (Date.now() - failedAt >= keepFailure) asked = undefined;
    if (asked === undefined) {
      failedAt = Number.POSITIVE_INFINITY;
      asked = ask();
      asked.catch(() => {
        failedAt = Date.now();
      });
    }
    return asked;
  };
}
