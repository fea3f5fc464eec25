import type { DcsClient } from "../client/dcs-client";
import { availableZones } from "./api/catalogue";
import type { AvailableZone, Instance } from "./api/types";
import { toOutputs } from "./outputs";
import type { InstanceInputs, InstanceOutputs } from "./types";

const KEPT = 60_000;

const failedAt = new WeakMap<DcsClient, number>();

// Without the catalogue the zones are compared as they are written, which is enough for most answers; it is tried for
// minutes where its gateway is down, so not again at every look.
async function catalogue(dcs: DcsClient): Promise<readonly AvailableZone[]> {
  if (Date.now() - (failedAt.get(dcs) ?? Number.NEGATIVE_INFINITY) < KEPT) return [];
  return availableZones(dcs).catch(() => {
    failedAt.set(dcs, Date.now());
    return [];
  });
}

/** State of an instance just read, in the user's spelling, with the region and project it lives in. */
export async function observe(
  dcs: DcsClient,
  declared: Partial<InstanceInputs>,
  instance: Instance,
): Promise<InstanceOutputs> {
  const outputs = toOutputs(declared, instance, await catalogue(dcs));
  return { ...outputs, region: dcs.region, projectId: await dcs.projectId() };
}
