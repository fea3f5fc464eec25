/** Makes time pass only when a test says so, and keeps what is told to the user off the test's output. */
export function tellTimeOurselves(): void {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(console, "log").mockImplementation(() => {});
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
}

/** Lets `ms` milliseconds pass for what waits, and hands back its outcome; it must have ended by then. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  await jest.advanceTimersByTimeAsync(ms);
  if (!ended) throw new Error(`still going on after ${ms} ms`);
  return work;
}
