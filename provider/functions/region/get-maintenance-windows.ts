import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Inputs } from "../values/place";
import type { GetMaintenanceWindowsArgs, MaintenanceWindow } from "../values/region";

const { plain, output } = functionOf<GetMaintenanceWindowsArgs, MaintenanceWindow[]>(
  "getMaintenanceWindows",
  () => require("../work/region/get-maintenance-windows") as typeof import("../work/region/get-maintenance-windows"),
);

/**
 * Lists the maintenance windows that a cache may have.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_maintenance_time_windows.html
 */
export const getMaintenanceWindows = (args: GetMaintenanceWindowsArgs = {}): Promise<MaintenanceWindow[]> =>
  plain(args);

/** {@link getMaintenanceWindows} with values that may come from resources. */
export const getMaintenanceWindowsOutput = (
  args: Inputs<GetMaintenanceWindowsArgs> = {},
): pulumi.Output<MaintenanceWindow[]> => output(args);
