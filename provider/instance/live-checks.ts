import { ApiError } from "../api/errors";
import type { Requester } from "../api/requester";
import type { Failure } from "./failures";
import { conflictMessage, instancesNamed } from "./named";
import { messageOf } from "./partial-failure";
import { catalogueFailures } from "./resolve";
import type { InstanceInputs } from "./types";
import { hasUnknown } from "./unknown";

export interface LiveFindings {
  readonly failures: readonly Failure[];
  /** Why the service could not be asked; what it would have said stays open until the update. */
  readonly warning?: string;
}

export interface LiveCheckOptions {
  /** Whether an instance that bears the name already stands in the way. */
  readonly nameMustBeFree: boolean;
}

// A service that cannot be reached now may be reachable at the update; one that refuses us will refuse then as well.
const unreachable = (error: unknown): boolean =>
  error instanceof ApiError && (error.kind !== "http" || error.status === 429 || (error.status ?? 0) >= 500);

async function nameFailures(dcs: Requester, name: string | undefined): Promise<Failure[]> {
  if (name === undefined || hasUnknown(name)) return [];
  const found = await instancesNamed(dcs, name);
  return found.length > 0 ? [{ property: "name", reason: conflictMessage(name, found) }] : [];
}

/** Asks the service what only it knows: whether it lets us in, zones, products, names in use. */
export async function liveChecks(
  open: () => Requester,
  inputs: Partial<InstanceInputs>,
  { nameMustBeFree }: LiveCheckOptions,
): Promise<LiveFindings> {
  try {
    const dcs = open();
    await dcs.projectId();
    const [catalogue, names] = await Promise.all([
      catalogueFailures(dcs, inputs, (value) => !hasUnknown(value)),
      nameMustBeFree ? nameFailures(dcs, inputs.name) : [],
    ]);
    return { failures: [...catalogue, ...names] };
  } catch (error) {
    if (unreachable(error)) {
      return {
        failures: [],
        warning: `the service could not be asked, so zones, products and names are not checked yet: ${messageOf(error)}`,
      };
    }
    return { failures: [{ property: "", reason: messageOf(error) }] };
  }
}
