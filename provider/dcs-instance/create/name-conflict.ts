import type { RunClient } from "../../process/configuration";
import { isFailedCreate } from "../../resource/describe/statuses";
import { hasUnknown } from "../../resource/describe/unknown";
import { STATUSES } from "../api/statuses";
import type { InstanceSummary } from "../api/types";
import { findConflicts } from "./find-by-name";

export const describeInstance = ({ instance_id, status, created_at }: InstanceSummary): string =>
  `${instance_id} (${status}, created ${created_at ?? "at an unknown time"})`;

export const describeInstances = (found: readonly InstanceSummary[]): string => found.map(describeInstance).join(", ");

/** A message about an instance that already has the name, with what to do. */
export function conflictMessage(name: string, found: readonly InstanceSummary[]): string {
  const [first] = found;
  const adopt =
    first && isFailedCreate(STATUSES, first.status) ? "have it removed and created anew with" : "take it over with";
  return `an instance named "${name}" exists already: ${describeInstances(found)}. If it is yours, e.g. of an interrupted run, ${adopt} \`adoptInstanceId: "${first?.instance_id}"\` or \`onNameConflict: "adopt"\` (\`pulumi config set otc:onNameConflict adopt\`); otherwise choose another \`name\``;
}

/**
 * Why a replacement could not create its new cache after the old one is deleted: another instance, which this run does not
 * change, has the name. If the service does not answer, the replacement is not refused.
 */
export async function nameObstacle(
  dcs: RunClient,
  name: string,
  touched: ReadonlySet<string>,
): Promise<string | undefined> {
  if (hasUnknown(name)) return undefined;
  try {
    const named = await findConflicts(dcs, name, { deadline: Date.now() + 10_000 });
    const others = named.filter(({ instance_id }) => !touched.has(instance_id));
    return others.length > 0
      ? `the cache has to be replaced, but ${conflictMessage(name, others)}. Nothing was deleted`
      : undefined;
  } catch {
    return undefined;
  }
}
