import { ApiError } from "../../http/errors/api-error";
import type { Calls, Within } from "../describe/resource-type";
import type { Seen } from "../describe/wait";

/**
 * Explains a failed read: `undefined` if the service does not know the resource, its entry if the list has one. Any other
 * failure is thrown unchanged.
 */
export async function explainNotFound<C, L>(
  calls: Calls<C, L>,
  service: C,
  id: string,
  failure: unknown,
  within?: Within,
): Promise<Seen> {
  if (calls.isNotFound(failure)) return undefined;
  if (!(failure instanceof ApiError) || failure.status !== 404 || !calls.list) throw failure;
  // A 404 with another code may come from a wrong address or a gateway. Only the list shows whether the resource exists.
  const all = await calls.list(service, within).catch(() => {
    throw failure;
  });
  return all.find((each) => each.id === id);
}

/** Reads the status of the resource. */
export const getStatus = <C, L>(calls: Calls<C, L>, service: C, id: string, within?: Within): Promise<Seen> =>
  calls.read(service, id, within).then(
    (live) => calls.sightingOf(live),
    (failure) => explainNotFound(calls, service, id, failure, within),
  );
