import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";

/** Work of the service that is asked for by its own id. `status` is `INIT`, `RUNNING`, `SUCCESS` or `FAIL`. */
export interface Job {
  readonly status: string;
  readonly fail_reason?: string | null;
}

const A_JOB: Expectation = {
  holds: (body) => isObject(body) && typeof body.status === "string",
  otherwise: "the answer does not describe a job",
};

/**
 * Reads a job.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/background_task_management/querying_the_job_execution_result_of_a_tenant.html
 */
export const readJob = (dcs: DcsClient, job: string, options?: CallOptions): Promise<Job> =>
  dcs.request<Job>(
    {
      method: "GET",
      path: `/v2/{project_id}/jobs/${encodeURIComponent(job)}`,
      purpose: `read the job ${job}`,
      expects: A_JOB,
    },
    options,
  );
