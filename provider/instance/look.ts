import type { CallOptions, DcsClient } from "../client/dcs-client";
import { isNotFound } from "../client/dcs-errors";
import { ApiError } from "../http/errors/api-error";
import { listInstances, readInstance } from "./api/instances";
import type { InstanceSummary } from "./api/types";

/** What was seen of an instance: its summary, or `undefined` when the service does not know it. */
export type Seen = InstanceSummary | undefined;

/**
 * What stands behind a failed read of the instance: `undefined` when the service does not know it, its entry in the list
 * when that has one. Any other failure is thrown as it came.
 */
export async function behind(dcs: DcsClient, id: string, failure: unknown, options?: CallOptions): Promise<Seen> {
  if (isNotFound(failure)) return undefined;
  if (!(failure instanceof ApiError) || failure.status !== 404) throw failure;
  // A 404 in other words may come from a wrong address or a gateway: only a list can tell.
  const all = await listInstances(dcs, undefined, options).catch(() => {
    throw failure;
  });
  return all.find(({ instance_id }) => instance_id === id);
}

/** Looks at the instance. */
export const look = (dcs: DcsClient, id: string, options?: CallOptions): Promise<Seen> =>
  readInstance(dcs, id, options).catch((failure) => behind(dcs, id, failure, options));
