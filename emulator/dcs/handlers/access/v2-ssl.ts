import { authorityCertificate } from "../../../catalogue/certificate";
import { ServiceError } from "../../../service/errors";
import { jsonBody } from "../../../world/call/body";
import { type Answer, type Call, noContent, ok } from "../../../world/call/call";
import { zipOf } from "../../../world/downloads/zip";
import { hadSsl, setSsl } from "../../../world/instances/details/ssl";
import { supportsSsl } from "../../../world/instances/details/ssl-support";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { losesDataOnRestart, requireState } from "../../rules/change/operations";
import { instanceOf } from "../instances/instances";

function supported(call: Call): InstanceRecord {
  const instance = instanceOf(call);
  if (!supportsSsl(instance)) throw new ServiceError(4201);
  return instance;
}

/** How many tasks' time a cluster recovers after it was built, while it calls itself RUNNING. */
const recoveryTasks = 3;

function requireRecovered(call: Call, { product, launchedAt }: InstanceRecord): void {
  const { clock, options } = call.world;
  const age = clock.now() - Date.parse(launchedAt ?? "");
  if (product.cacheMode === "cluster" && age < recoveryTasks * options.taskMs) throw new ServiceError(4104);
}

const yearsMs = 10 * 365 * 24 * 60 * 60 * 1000;

export function readSsl(call: Call): Answer {
  const instance = supported(call);
  if (!hadSsl(instance)) return noContent;
  const { createdAt, enableSsl: enabled, id, ip, port } = instance;
  return ok({
    enabled,
    ip,
    ipv6: null,
    port: String(port),
    domain_name: `redis-${id}.dcs.local:${port}`,
    ssl_expired_at: new Date(Date.parse(createdAt) + yearsMs).toISOString(),
    ssl_validated: true,
  });
}

/** Switches TLS on or off by a restart, followed by a job. The Redis server behind the instance goes on without TLS. */
export function setSslOfInstance(call: Call): Answer {
  const { instances, jobs, options, redis } = call.world;
  const instance = supported(call);
  const { enabled } = jsonBody(call);
  if (typeof enabled !== "boolean") throw new ServiceError(4202);
  requireState(instance, "task");
  requireRecovered(call, instance);
  const course = call.course();
  const ms = course.ms ?? 2 * options.taskMs;
  const job = jobs.begin(instance.projectId, "sslJob");
  const work = async () => {
    if (losesDataOnRestart(instance)) await redis.flush(instance);
    setSsl(instance, enabled);
    jobs.end(job);
  };
  instances.after(ms / 4, () => {
    job.status = "RUNNING";
  });
  instances.pass(instance, "RESTARTING", ms, work, course);
  const { ends } = course;
  if (ends !== undefined) instances.after(ms, () => jobs.end(job, ends.errorCode));
  return ok({ job_id: job.id, instance_id: instance.id });
}

const bucket = "dcs-local-certificates";

/** Also for an instance without TLS: the certificate is the authority's. */
export function offerCertificate(call: Call): Answer {
  const { id } = instanceOf(call);
  const fileName = `redis-${id}-ca.zip`;
  const link = call.world.downloads.offer(bucket, { fileName, content: zipOf("ca.crt", authorityCertificate) });
  return ok({ file_name: fileName, bucket_name: bucket, link });
}
