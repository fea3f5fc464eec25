import { isNotFound, isRefused } from "../client/dcs-errors";
import type { InstanceV2 } from "../dcs-instance/api/features/v2-instance";
import { isPlaced, targetOf } from "../dcs-instance/arguments/place/target";
import { isTransient } from "../http/errors/api-error";
import { configuration, connect } from "../process/configuration";
import type { Run } from "../process/run";
import type { Values } from "../resource/describe/argument";
import type { Failure } from "../resource/describe/failure";
import type { Findings } from "../resource/describe/resource-type";
import { isUnknown } from "../resource/describe/unknown";
import { messageOf } from "../resource/state/partial-failure";
import { type OfInstance, ofInstance } from "./of-instance";
import { cacheLabel, isSingle, lookAtSubject } from "./subject";

/** The instance that the inputs name, as the service shows it. */
export interface Seen {
  readonly at: OfInstance;
  readonly subject: InstanceV2;
}

/** The instance of a resource, if preview may call the service and the place is known. */
export function instanceAhead(run: Run, inputs: Values): OfInstance | undefined {
  const { instanceId } = inputs;
  if (!isPlaced(inputs) || typeof instanceId !== "string" || isUnknown(instanceId)) return undefined;
  if (!configuration(run, targetOf(inputs)).settings.liveChecks) return undefined;
  return ofInstance(connect(run, targetOf(inputs)), instanceId);
}

/**
 * Looks at the instance before anything is ordered of it, and judges what it sees.
 *
 * @param isNew False if the instance may be gone without this being a mistake in the program.
 */
export async function lookAtInstance(
  at: OfInstance,
  isNew: boolean,
  judge: (seen: Seen) => Promise<Failure[]> | Failure[],
): Promise<Pick<Findings, "failures" | "warning"> & { readonly subject?: InstanceV2 }> {
  try {
    const subject = await lookAtSubject(at);
    return { failures: await judge({ at, subject }), subject };
  } catch (error) {
    if (isNotFound(error)) {
      if (!isNew) return { failures: [] };
      const where = `project ${await at.projectId()}, region ${at.region}`;
      const reason = `no cache ${at.instanceId} exists in ${where}: use the id of a cache that does, in a program \`cache.id\`; if it was deleted outside of Pulumi, run \`pulumi refresh\`, then \`pulumi up\``;
      return { failures: [{ property: "instanceId", reason }] };
    }
    // Who may not read the instance may still be allowed to do the rest. Who cannot sign in will fail later, too.
    if (!isTransient(error) && !isRefused(error)) return { failures: [{ property: "", reason: messageOf(error) }] };
    return {
      failures: [],
      warning: `the service could not be asked about cache ${at.instanceId}, so it is not checked yet: ${messageOf(error)}`,
    };
  }
}

/** The service keeps no backups of single nodes. */
export function singleNodeFailure({ at, subject }: Seen): Failure[] {
  if (!isSingle(subject)) return [];
  const reason = `${cacheLabel(at, subject)} is a single node, and the service neither backs up nor restores single nodes (DCS.4086): take a cache with another cacheMode, e.g. "ha"`;
  return [{ property: "instanceId", reason }];
}
