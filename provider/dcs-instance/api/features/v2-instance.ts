import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import { instancePath } from "../paths";

/** What version 2 of the API answers about an instance: the fields this provider reads. */
export interface InstanceV2 {
  readonly instance_id?: string;
  readonly name?: string | null;
  readonly status: string;
  /** What goes on while the instance is RUNNING, e.g. `BACKUPING`. The reference leaves the type open. */
  readonly task?: unknown;
  readonly cache_mode?: string | null;
  readonly engine_version?: string | null;
  readonly spec_code?: string | null;
  readonly error_code?: string | null;
  readonly features?: Readonly<Record<string, unknown>> | null;
}

const AN_INSTANCE: Expectation = {
  holds: (body) => isObject(body) && typeof body.status === "string" && body.status !== "",
  otherwise: "the answer does not describe an instance",
};

/**
 * Reads an instance by version 2. Only version 2 shows the task that goes on.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_a_dcs_instance.html
 */
export const readInstanceV2 = (dcs: DcsClient, id: string, options?: CallOptions): Promise<InstanceV2> =>
  dcs.request<InstanceV2>(
    { method: "GET", path: instancePath(id), purpose: `read the cache ${id}`, expects: AN_INSTANCE },
    options,
  );

/** The task that goes on, in the service's word. Empty objects and texts stand for none. */
export function taskOf({ task }: Pick<InstanceV2, "task">): string | undefined {
  if (task === null || task === undefined || task === "") return undefined;
  if (!isObject(task)) return String(task);
  const { name, task_name: taskName, status } = task;
  return Object.keys(task).length === 0 ? undefined : String(name ?? taskName ?? status ?? "a task");
}
