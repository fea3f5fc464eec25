import { ApiError } from "../../http/errors/api-error";
import type { Calls, Within } from "../describe/resource-type";
import type { Seen } from "../describe/wait";

/**
 * What explains a failed read: `undefined` when the service does not know the resource, its entry in the list when that
 * has one. Any other failure is thrown as it came.
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
  // A 404 in other words may come from a wrong address or a gateway: only a list can tell.
  const all = await calls.list(service, within).catch(() => {
    throw failure;
  });
  return all.find((each) => each.id === id);
}

/** Looks at the resource. */
export const getStatus = <C, L>(calls: Calls<C, L>, service: C, id: string, within?: Within): Promise<Seen> =>
  calls.read(service, id, within).then(
    (live) => calls.sightingOf(live),
    (failure) => explainNotFound(calls, service, id, failure, within),
  );
