import type { Run } from "../../process/run";
import type { ResourceType, StatusClass } from "../describe/resource-type";
import { classOf } from "../describe/statuses";
import type { Seen, Wait } from "../describe/wait";
import { WAIT_POLICY } from "./wait-policy";
import { waitUntil } from "./waiter";

/** The resource has a status in which it will not start to serve by itself. */
export class ResourceFailed extends Error {
  constructor(
    label: string,
    readonly status: string,
    readonly kind: StatusClass,
    readonly reason: string,
  ) {
    super(`${label} ended as ${status}: ${reason}`);
    this.name = "ResourceFailed";
  }
}

/** The service no longer knows the resource. */
export class ResourceGone extends Error {
  constructor(label: string) {
    super(`${label} does not exist any more: run \`pulumi refresh\`, then \`pulumi up\`, which creates it anew`);
    this.name = "ResourceGone";
  }
}

const LAST_LOOK = 60_000;

/** Waits until the resource serves, then reads it once more. */
export async function waitUntilServing<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  { id, label, what, timeout, limit }: Omit<Wait, "arrived">,
): Promise<L> {
  const deadline = Date.now() + timeout;
  let lastSeen: number | undefined;
  const arrived = (seen: Seen, waited: number): boolean => {
    if (!seen) {
      const missing = waited - (lastSeen ?? 0);
      const allowed = lastSeen === undefined ? WAIT_POLICY.visibleWithin : WAIT_POLICY.goneAfter;
      if (missing > allowed) throw new ResourceGone(label);
      return false;
    }
    lastSeen = waited;
    const kind = classOf(type.statuses, seen.status);
    const reason = seen.reason ?? "the service gives no reason";
    if (kind === "failed") throw new ResourceFailed(label, seen.status, kind, reason);
    if (kind === "stopped") throw new ResourceFailed(label, seen.status, kind, type.remedies?.stopped ?? reason);
    return kind === "serving";
  };
  await waitUntil(run, type.calls, service, { id, label, what, timeout, limit, arrived });
  // A read returns more than the list. It gets its time even if the wait ended at the last moment.
  return type.calls.read(service, id, { deadline: Math.max(deadline, Date.now() + LAST_LOOK) });
}
