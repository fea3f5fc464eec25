import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Inputs } from "../values/place";
import type { AvailabilityZone, GetAvailabilityZonesArgs } from "../values/region";

const { plain, output } = functionOf<GetAvailabilityZonesArgs, AvailabilityZone[]>(
  "getAvailabilityZones",
  () => require("../work/region/get-availability-zones") as typeof import("../work/region/get-availability-zones"),
);

/**
 * Lists the available zones of the region.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_az_information.html
 */
export const getAvailabilityZones = (args: GetAvailabilityZonesArgs = {}): Promise<AvailabilityZone[]> => plain(args);

/** {@link getAvailabilityZones} with values that may come from resources. */
export const getAvailabilityZonesOutput = (
  args: Inputs<GetAvailabilityZonesArgs> = {},
): pulumi.Output<AvailabilityZone[]> => output(args);
