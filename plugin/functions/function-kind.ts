import { work as getBackupLinks } from "../../provider/functions/work/instance/get-backup-links";
import { work as getBackups } from "../../provider/functions/work/instance/get-backups";
import { work as getCertificate } from "../../provider/functions/work/instance/get-certificate";
import { work as getInstances } from "../../provider/functions/work/instance/get-instances";
import { work as getParameters } from "../../provider/functions/work/instance/get-parameters";
import type { Work } from "../../provider/functions/work/look";
import { work as getAvailabilityZones } from "../../provider/functions/work/region/get-availability-zones";
import { work as getFlavors } from "../../provider/functions/work/region/get-flavors";
import { work as getMaintenanceWindows } from "../../provider/functions/work/region/get-maintenance-windows";
import { work as getParameterTemplates } from "../../provider/functions/work/region/get-parameter-templates";
import { work as getProducts } from "../../provider/functions/work/region/get-products";
import { work as getQuota } from "../../provider/functions/work/region/get-quota";

/** A function as the plugin offers it. */
export interface FunctionKind {
  // biome-ignore lint/suspicious/noExplicitAny: each has arguments and a result of its own
  readonly work: Work<any, any>;
  /** Name of the result if it is not an object: a function answers one. */
  readonly result?: string;
}

/** The functions by their names. Their tokens begin with `otc:dcs:`. */
export const FUNCTION_KINDS = {
  getAvailabilityZones: { work: getAvailabilityZones, result: "zones" },
  getBackupLinks: { work: getBackupLinks },
  getBackups: { work: getBackups, result: "backups" },
  getCertificate: { work: getCertificate, result: "certificate" },
  getFlavors: { work: getFlavors, result: "flavors" },
  getInstances: { work: getInstances, result: "instances" },
  getMaintenanceWindows: { work: getMaintenanceWindows, result: "windows" },
  getParameterTemplates: { work: getParameterTemplates, result: "templates" },
  getParameters: { work: getParameters, result: "parameters" },
  getProducts: { work: getProducts, result: "products" },
  getQuota: { work: getQuota },
} as const satisfies Readonly<Record<string, FunctionKind>>;
