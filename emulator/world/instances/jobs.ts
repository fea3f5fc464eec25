import { randomUUID } from "node:crypto";
import type { Clock } from "../../service/clock";

/** Work of the service that is asked for by its own id. */
export interface ServiceJob {
  readonly id: string;
  readonly projectId: string;
  readonly type: string;
  readonly beganAt: number;
  status: "INIT" | "RUNNING" | "SUCCESS" | "FAIL";
  endedAt: number | null;
  failReason: string | null;
}

/** The jobs of all projects. */
export class Jobs {
  private readonly jobs = new Map<string, ServiceJob>();

  constructor(private readonly clock: Clock) {}

  begin(projectId: string, type: string): ServiceJob {
    const begun = { beganAt: this.clock.now(), endedAt: null, failReason: null };
    const job: ServiceJob = { id: randomUUID(), projectId, type, status: "INIT", ...begun };
    this.jobs.set(job.id, job);
    return job;
  }

  end(job: ServiceJob, failReason: string | null = null): void {
    Object.assign(job, { status: failReason === null ? "SUCCESS" : "FAIL", endedAt: this.clock.now(), failReason });
  }

  find(projectId: string, id: string | undefined): ServiceJob | undefined {
    const job = this.jobs.get(id ?? "");
    return job?.projectId === projectId ? job : undefined;
  }
}
