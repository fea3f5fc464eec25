import type { RunClient } from "../../process/configuration";
import { likelyText } from "../../resource/check/suggestions";
import { availableZones } from "../api/region/catalogue";
import type { AvailableZone } from "../api/types";
import { hasResources, regionOfZone } from "../values/zones";

/** The zones of a region. */
export interface Zones {
  readonly region: string;
  readonly all: readonly AvailableZone[];
}

export const zonesOf = async (dcs: RunClient, failureFor?: number): Promise<Zones> => ({
  region: dcs.region,
  all: await availableZones(dcs, failureFor),
});

export const withResources = ({ all }: Zones): AvailableZone[] => all.filter(hasResources);

/** Why a zone that the region does not have cannot be used. */
export function unknownZoneReason(zones: Zones, wanted: string): string {
  const codes = withResources(zones).map(({ code }) => code);
  const remedy = `use one of ${codes.join(", ")}`;
  const of = regionOfZone(wanted);
  if (of !== undefined && of !== zones.region) {
    return `zone ${JSON.stringify(wanted)} belongs to ${of}, the cache to ${zones.region}: ${remedy}`;
  }
  const meant = likelyText(wanted, codes);
  return `${JSON.stringify(wanted)} is not a zone of ${zones.region}: ${remedy}${meant ? `; did you mean "${meant}"?` : ""}`;
}
