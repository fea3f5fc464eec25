import { listMaintenanceWindows } from "../../../dcs-instance/api/region/region";
import type { GetMaintenanceWindowsArgs, MaintenanceWindow } from "../../values/region";
import type { Work } from "../carry-out";

// The list has bare hours, and an instance has full times.
const timeOf = (hour: string): string => (/^\d{1,2}$/.test(hour) ? `${hour.padStart(2, "0")}:00:00` : hour);

export const work: Work<GetMaintenanceWindowsArgs, MaintenanceWindow[]> = {
  schema: { properties: {} },
  look: async (dcs) =>
    (await listMaintenanceWindows(dcs)).map((window) => ({
      begin: timeOf(window.begin),
      end: timeOf(window.end),
      isDefault: window.default === true,
    })),
};
