import { isPermanent } from "./refusal";

/** Asks once for all callers. A transient failure is forgotten; a permanent one is the answer for the whole run. */
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
