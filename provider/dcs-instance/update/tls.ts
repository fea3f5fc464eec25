import type { CallOptions } from "../../client/dcs-client";
import { ApiError } from "../../http/errors/api-error";
import { pause } from "../../http/retry/pause";
import type { RunClient } from "../../process/configuration";
import { formatDuration } from "../../resource/wait/duration";
import { nextInterval } from "../../resource/wait/wait-policy";
import { readFacts } from "../api/features/facts";
import { type Job, readJob } from "../api/features/jobs";
import { switchSsl } from "../api/features/ssl";
import type { Changing, InstanceStep } from "./steps";

type Outcome = "done" | "failed" | "going on";

const OUTCOMES: Readonly<Record<string, Outcome>> = { SUCCESS: "done", FAIL: "failed" };

const outcomeOf = ({ status }: Job): Outcome => OUTCOMES[status.toUpperCase()] ?? "going on";

const unavailable = (name: string, enabled: boolean): Error =>
  new Error(
    `${name}: this cache has no TLS (the service says so), so it cannot be switched ${enabled ? "on" : "off"}: remove ${name}, or create a cache that has TLS`,
  );

const failed = (name: string, enabled: boolean, job: string, { fail_reason: reason }: Job): Error =>
  new Error(
    `${name}: the service failed to switch TLS ${enabled ? "on" : "off"}${reason ? ` (${reason})` : ""}: run \`pulumi up\` again; if it fails again, give the job ${job} to the service desk`,
  );

const unfinished = (name: string, enabled: boolean, job: string, waited: number): Error =>
  new Error(
    `${name}: after ${formatDuration(waited)} the service still works on switching TLS ${enabled ? "on" : "off"} (job ${job}): run \`pulumi up\` again to go on waiting`,
  );

// A service may name a job and not know it. Then the value that is read back shows the end.
async function readIfKnown(service: RunClient, job: string, options: CallOptions): Promise<Job | undefined> {
  try {
    return await readJob(service, job, options);
  } catch (error) {
    if (error instanceof ApiError && [400, 404, 405].includes(error.status ?? 0)) return undefined;
    throw error;
  }
}

/** Switches TLS on or off and waits for the job that does it, if there is one. The update reads the value back. */
export async function switchTls(
  { service, id, live, deadline }: InstanceStep,
  { name, wanted }: Changing,
): Promise<void> {
  const enabled = wanted === true;
  const { v2 } = await readFacts(service, live, new Set(["v2"]), { deadline });
  if (String(v2?.features?.support_ssl) === "false") throw unavailable(name, enabled);
  const job = await switchSsl(service, id, enabled, { deadline });
  if (job === undefined) return;
  for (const since = Date.now(); ; ) {
    const seen = await readIfKnown(service, job, { deadline });
    if (seen === undefined) return;
    const outcome = outcomeOf(seen);
    if (outcome === "done") return;
    if (outcome === "failed") throw failed(name, enabled, job, seen);
    const waited = Date.now() - since;
    if (Date.now() + nextInterval(waited) > deadline) throw unfinished(name, enabled, job, waited);
    await pause(nextInterval(waited));
  }
}
