import type { CallOptions, DcsClient, Expectation } from "../../client/dcs-client";
import { isObject } from "../../http/exchange/json";
import { pathOf } from "./paths";

/** What version 2 answers about an instance, as far as those need it who act on one. */
export interface Subject {
  readonly instance_id?: string;
  readonly name?: string | null;
  readonly status: string;
  /** What goes on while the instance is RUNNING, e.g. `BACKUPING`. The reference leaves the type open. */
  readonly task?: unknown;
  readonly cache_mode?: string | null;
  readonly engine_version?: string | null;
  readonly spec_code?: string | null;
  readonly error_code?: string | null;
}

const AN_INSTANCE: Expectation = {
  holds: (body) => isObject(body) && typeof body.status === "string" && body.status !== "",
  otherwise: "the answer does not describe an instance",
};

/**
 * Reads one instance. Only version 2 shows the task that goes on.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_a_dcs_instance.html
 */
export const readSubject = (dcs: DcsClient, id: string, options?: CallOptions): Promise<Subject> =>
  dcs.request({ method: "GET", path: pathOf(id), purpose: `read the cache ${id}`, expects: AN_INSTANCE }, options);
