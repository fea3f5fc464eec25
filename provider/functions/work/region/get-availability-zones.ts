import { availableZones } from "../../../dcs-instance/api/region/catalogue";
import type { AvailabilityZone, GetAvailabilityZonesArgs } from "../../values/region";
import type { Work } from "../carry-out";

export const work: Work<GetAvailabilityZonesArgs, AvailabilityZone[]> = {
  schema: { properties: {} },
  look: async (dcs) =>
    (await availableZones(dcs)).map(({ id, code, resource_availability }) => ({
      id,
      code,
      hasResources: String(resource_availability ?? true) === "true",
    })),
};
