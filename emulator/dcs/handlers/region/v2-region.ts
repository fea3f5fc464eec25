import { zonesOf } from "../../../catalogue/zones";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { regionOf } from "../instances/instances";

export function listZonesV2(call: Call): Answer {
  const region = regionOf(call);
  const described = zonesOf(region).map(({ id, code, available }) => ({
    id,
    code,
    name: code,
    port: "8002",
    resource_availability: String(available),
  }));
  return ok({ region_id: region, available_zones: described });
}
