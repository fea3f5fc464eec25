import { onInterruption } from "./interruption";

/** Waits for that many milliseconds, or until the run is cancelled; it throws then. */
export const pause = (ms: number): Promise<void> =>
  new Promise((wake, stop) => {
    const timer = setTimeout(() => {
      forget();
      wake();
    }, ms);
    const forget = onInterruption((reason) => {
      clearTimeout(timer);
      stop(reason);
    });
  });
