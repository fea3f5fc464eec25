import type { Failure } from "../../../resource/describe/failure";
import { hasUnknown } from "../../../resource/describe/unknown";
import type { AvailableZone } from "../../api/types";
import { unknownZoneReason, withResources, type Zones } from "../../conversion/region-zones";
import type { InstanceInputs } from "../../values/types";
import { findZone, hasResources } from "../../values/zones";

/** A zone that the program names, and its place in the list. */
export interface Wanted {
  readonly zone: string;
  readonly at: number;
}

/** The declared zones that are known. The list as a whole may be unknown, too. */
export const wantedZones = ({ availableZones }: Partial<InstanceInputs>): Wanted[] =>
  (Array.isArray(availableZones) ? availableZones : [])
    .map((zone, at) => ({ zone, at }))
    .filter(({ zone }) => !hasUnknown(zone));

export const entry = (at: number): string => `availableZones[${at}]`;

function zoneFailure(zones: Zones, { zone: wanted, at }: Wanted, isOrdered: boolean): Failure[] {
  const zone = findZone(zones.all, wanted);
  if (!zone) return [{ property: entry(at), reason: unknownZoneReason(zones, wanted) }];
  if (!isOrdered || hasResources(zone)) return [];
  const codes = withResources(zones).map(({ code }) => code);
  return [{ property: entry(at), reason: `zone ${zone.code} has no resources left: use one of ${codes.join(", ")}` }];
}

// Only the catalogue shows that an id and a code name the same zone. The schema refuses the same text twice.
function repeatedZones(all: readonly AvailableZone[], zones: readonly Wanted[]): Failure[] {
  return zones.flatMap(({ zone, at }) => {
    const found = findZone(all, zone);
    const first = zones.find((other) => found !== undefined && findZone(all, other.zone) === found);
    if (!found || !first || first.at >= at || first.zone === zone) return [];
    const reason = `${JSON.stringify(zone)} is the zone of entry [${first.at}], ${found.code}: name each once`;
    return [{ property: entry(at), reason }];
  });
}

/** What is wrong with the zones. `isOrdered`: they are for a new instance, so they need resources. */
export const zoneFailures = (zones: Zones, wanted: readonly Wanted[], isOrdered: boolean): Failure[] => [
  ...wanted.flatMap((each) => zoneFailure(zones, each, isOrdered)),
  ...repeatedZones(zones.all, wanted),
];
