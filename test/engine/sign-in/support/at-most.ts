/** Starts all work, at most `limit` pieces of it at the same time; each answer is a promise of its own. */
export function atMost<T>(limit: number, work: ReadonlyArray<() => Promise<T>>): Array<Promise<T>> {
  const waiting: Array<() => void> = [];
  let free = limit;
  const turn = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((go) => waiting.push(go));
  };
  const done = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return work.map(async (piece) => {
    await turn();
    try {
      return await piece();
    } finally {
      done();
    }
  });
}
