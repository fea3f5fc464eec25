import { AsyncLocalStorage } from "node:async_hooks";

/** The user has cancelled the run. What was ordered goes on at the service; nobody waits for it any more. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted, because the run was cancelled");
    this.name = "Interrupted";
  }
}

const surrounding = new AsyncLocalStorage<AbortSignal>();

/** Runs `work`. As soon as the signal says so, its waits end with {@link Interrupted}. */
export const interruptible = <T>(signal: AbortSignal, work: () => T): T => surrounding.run(signal, work);

/** Throws {@link Interrupted} if the run that the caller belongs to was cancelled. */
export function stopIfInterrupted(): void {
  if (surrounding.getStore()?.aborted) throw new Interrupted();
}

/** Calls `stop` when the caller's run is cancelled. The returned function ends that. */
export function onInterruption(stop: (reason: Interrupted) => void): () => void {
  const signal = surrounding.getStore();
  if (!signal) return () => {};
  const listener = () => stop(new Interrupted());
  if (signal.aborted) listener();
  else signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}
