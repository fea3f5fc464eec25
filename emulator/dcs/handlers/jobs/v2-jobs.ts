import { ServiceError } from "../../../service/errors";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { projectOf } from "../instances/instances";

export function readJob(call: Call): Answer {
  const job = call.world.jobs.find(projectOf(call), call.params.job);
  if (job === undefined) throw new ServiceError(4133);
  return ok({
    job_id: job.id,
    job_type: job.type,
    status: job.status,
    begin_time: String(job.beganAt),
    end_time: job.endedAt === null ? null : String(job.endedAt),
    fail_reason: job.failReason,
  });
}
