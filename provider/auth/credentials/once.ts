import { isPermanent } from "./refusal";

/** Calls `ask` once for all callers. After a transient failure the next caller asks again; a permanent failure stays for the run. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (kept) return kept;
    const asked = ask();
    kept = asked;
    asked.catch((error) => {
      if (!isPermanent(error)) kept = undefined;
    });
    return asked;
  };
}
