import { chosen, ignore, replace, uuid } from "../dcs-instance/arguments/row/instance-argument";
import { PLACE } from "../dcs-instance/arguments/rows/place";
import { lowerCase, orElse, sameBy } from "../dcs-instance/values/meanings";
import type { Arguments } from "../resource/describe/argument";

const ITS_OWN = "belongs to one instance for good";

/** Which instance it belongs to, and where that is. */
export const PLACE_ARGUMENTS = {
  instanceId: {
    schema: uuid("id of the cache", "in a program `cache.id`; DCS console, details of the instance"),
    change: replace(ITS_OWN),
    same: sameBy("instanceId", lowerCase),
  },
  region: { schema: PLACE.region.schema, change: chosen(replace(ITS_OWN)) },
  projectId: { schema: PLACE.projectId.schema, change: chosen(replace(ITS_OWN)) },
} as const satisfies Arguments;

/** The id of a record to take over. It matters only while the resource is created. */
export const adoptArgument = (noun: string) =>
  ({
    schema: uuid(`id of the ${noun} to take over`, "DCS console, Backups & Restorations of the instance"),
    change: ignore,
  }) as const;

/** The words that the service keeps beside a record. */
export const remarkArgument = (because: string) =>
  ({
    schema: { type: "string", maxLength: 128, remedy: "use up to 128 characters" },
    change: replace(because),
    same: sameBy("remark", orElse("")),
  }) as const;
