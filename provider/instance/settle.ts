import type { DcsClient } from "../client/dcs-client";
import { readInstance } from "./api/instances";
import type { Instance } from "./api/types";
import type { Seen } from "./look";
import { classOf, failureReason } from "./statuses";
import { type Wait, waitUntil } from "./wait";
import { WAIT_POLICY } from "./wait-policy";

/** The instance reached a status from which it will not serve by itself. */
export class InstanceFailed extends Error {
  constructor(
    name: string,
    id: string,
    readonly status: string,
    readonly reason: string,
  ) {
    super(`cache "${name}" (${id}) ended as ${status}: ${reason}`);
    this.name = "InstanceFailed";
  }
}

/** The service does not know the instance any more. */
export class InstanceGone extends Error {
  constructor(name: string, id: string) {
    super(
      `cache "${name}" (${id}) does not exist any more: run \`pulumi refresh\`, then \`pulumi up\`, which creates it anew`,
    );
    this.name = "InstanceGone";
  }
}

const LAST_LOOK = 60_000;

/** Waits until the instance serves, then reads it once more. */
export async function settled(
  dcs: DcsClient,
  { id, name, what, timeout, limit }: Pick<Wait, "id" | "name" | "what" | "timeout" | "limit">,
): Promise<Instance> {
  const deadline = Date.now() + timeout;
  let lastSeen: number | undefined;
  const arrived = (seen: Seen, waited: number): boolean => {
    if (!seen) {
      const missing = waited - (lastSeen ?? 0);
      const allowed = lastSeen === undefined ? WAIT_POLICY.visibleWithin : WAIT_POLICY.goneAfter;
      if (missing > allowed) throw new InstanceGone(name, id);
      return false;
    }
    lastSeen = waited;
    const status = classOf(seen.status);
    if (status === "failed") throw new InstanceFailed(name, id, seen.status, failureReason(seen));
    if (status === "stopped")
      throw new InstanceFailed(name, id, seen.status, "start it in the DCS console, then run `pulumi up` again");
    return status === "serving";
  };
  await waitUntil(dcs, { id, name, what, timeout, limit, arrived });
  // The list tells less than a read; arrived in the last moment, it still gets its time.
  return readInstance(dcs, id, { deadline: Math.max(deadline, Date.now() + LAST_LOOK) });
}
