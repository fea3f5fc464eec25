import {
  createToken,
  listDomains,
  listProjects,
  listVersions,
  readCatalog,
  readVersion,
  validateToken,
} from "../iam/handlers/iam";
import { createTemporaryKey } from "../iam/handlers/temporary-keys";
import type { Answer, Call } from "../world/call/call";
import { changePassword } from "./handlers/access/password";
import { resetPassword } from "./handlers/access/v2-password-reset";
import { offerCertificate, readSsl, setSslOfInstance } from "./handlers/access/v2-ssl";
import { readWhitelist, setWhitelist } from "./handlers/access/whitelist";
import { createBackup, deleteBackup, listBackups } from "./handlers/backups/backups";
import { listRestorations, restoreBackup } from "./handlers/backups/restores";
import { offerBackup } from "./handlers/backups/v2-links";
import { download } from "./handlers/downloads";
import { deleteInstances, restartOrFlush } from "./handlers/instances/batch";
import { countStates, readStatistics } from "./handlers/instances/counts";
import {
  createInstance,
  deleteInstance,
  extendInstance,
  listInstances,
  modifyInstance,
  readInstance,
} from "./handlers/instances/instances";
import { changeTags, readTags } from "./handlers/instances/tags";
import { createInstanceV2, listInstancesV2, readInstanceV2 } from "./handlers/instances/v2-instances";
import { modifyInstanceV2 } from "./handlers/instances/v2-modify";
import { listGroups, listLogicalNodes } from "./handlers/instances/v2-nodes";
import { resizeInstance } from "./handlers/instances/v2-resize";
import { readJob } from "./handlers/jobs/v2-jobs";
import { readParameters, setParameters } from "./handlers/parameters/parameters";
import { listTemplates } from "./handlers/parameters/templates";
import { listProducts, listWindows, listZones, readQuota } from "./handlers/region/region";
import { listFlavors } from "./handlers/region/v2-flavors";
import { listZonesV2 } from "./handlers/region/v2-region";

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly handler: (call: Call) => Answer | Promise<Answer>;
}

/** IAM; each handler decides who may call it, and refuses in IAM's own shape. */
export const iamRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: listVersions },
  { method: "GET", path: "/v3", handler: readVersion },
  { method: "POST", path: "/v3.0/OS-CREDENTIAL/securitytokens", handler: createTemporaryKey },
  { method: "POST", path: "/v3/auth/tokens", handler: createToken },
  { method: "GET", path: "/v3/auth/tokens", handler: validateToken },
  { method: "GET", path: "/v3/auth/projects", handler: listProjects },
  { method: "GET", path: "/v3/auth/domains", handler: listDomains },
  { method: "GET", path: "/v3/auth/catalog", handler: readCatalog },
  { method: "GET", path: "/v3/projects", handler: listProjects },
];

/** Links; whoever has one needs nothing else. */
export const downloadRoutes: readonly Route[] = [{ method: "GET", path: "/obs/:bucket/:file", handler: download }];

const project = "/v1.0/:project";
const one = `${project}/instances/:id`;

/** DCS; every call needs the credential of a project. */
export const dcsRoutes: readonly Route[] = [
  { method: "GET", path: "/v1.0/availableZones", handler: listZones },
  { method: "GET", path: "/v1.0/products", handler: listProducts },
  { method: "GET", path: "/v1.0/instances/maintain-windows", handler: listWindows },
  { method: "GET", path: `${project}/quota`, handler: readQuota },
  { method: "POST", path: `${project}/instances`, handler: createInstance },
  { method: "GET", path: `${project}/instances`, handler: listInstances },
  { method: "DELETE", path: `${project}/instances`, handler: deleteInstances },
  { method: "GET", path: `${project}/instances/status`, handler: countStates },
  { method: "PUT", path: `${project}/instances/status`, handler: restartOrFlush },
  { method: "GET", path: `${project}/instances/statistic`, handler: readStatistics },
  { method: "GET", path: one, handler: readInstance },
  { method: "PUT", path: one, handler: modifyInstance },
  { method: "DELETE", path: one, handler: deleteInstance },
  { method: "POST", path: `${one}/extend`, handler: extendInstance },
  { method: "PUT", path: `${one}/password`, handler: changePassword },
  { method: "POST", path: `${one}/backups`, handler: createBackup },
  { method: "GET", path: `${one}/backups`, handler: listBackups },
  { method: "DELETE", path: `${one}/backups/:backup`, handler: deleteBackup },
  { method: "POST", path: `${one}/restores`, handler: restoreBackup },
  { method: "GET", path: `${one}/restores`, handler: listRestorations },
  { method: "GET", path: `${one}/configs`, handler: readParameters },
  { method: "PUT", path: `${one}/configs`, handler: setParameters },
  { method: "GET", path: `${one}/tags`, handler: readTags },
];

const projectV2 = "/v2/:project";
const oneV2 = `${projectV2}/instances/:id`;

/** The second generation of DCS: the same instances, flat errors, and a few calls of its own. */
export const dcsV2Routes: readonly Route[] = [
  { method: "GET", path: "/v2/available-zones", handler: listZonesV2 },
  { method: "GET", path: `${projectV2}/flavors`, handler: listFlavors },
  { method: "GET", path: `${projectV2}/quota`, handler: readQuota },
  { method: "POST", path: `${projectV2}/instances`, handler: createInstanceV2 },
  { method: "GET", path: `${projectV2}/instances`, handler: listInstancesV2 },
  { method: "PUT", path: `${projectV2}/instances/status`, handler: restartOrFlush },
  { method: "GET", path: oneV2, handler: readInstanceV2 },
  { method: "PUT", path: oneV2, handler: modifyInstanceV2 },
  { method: "DELETE", path: oneV2, handler: deleteInstance },
  { method: "POST", path: `${oneV2}/resize`, handler: resizeInstance },
  { method: "PUT", path: `${oneV2}/password`, handler: changePassword },
  { method: "POST", path: `${oneV2}/password/reset`, handler: resetPassword },
  { method: "GET", path: `${oneV2}/configs`, handler: readParameters },
  { method: "PUT", path: `${oneV2}/configs`, handler: setParameters },
  { method: "GET", path: `${oneV2}/ssl`, handler: readSsl },
  { method: "PUT", path: `${oneV2}/ssl`, handler: setSslOfInstance },
  { method: "POST", path: `${oneV2}/ssl-certs/download`, handler: offerCertificate },
  { method: "POST", path: `${oneV2}/backups`, handler: createBackup },
  { method: "GET", path: `${oneV2}/backups`, handler: listBackups },
  { method: "DELETE", path: `${oneV2}/backups/:backup`, handler: deleteBackup },
  { method: "POST", path: `${oneV2}/backups/:backup/links`, handler: offerBackup },
  { method: "POST", path: `${oneV2}/restores`, handler: restoreBackup },
  { method: "GET", path: `${oneV2}/restores`, handler: listRestorations },
  { method: "GET", path: `${projectV2}/jobs/:job`, handler: readJob },
  { method: "GET", path: `${oneV2}/tags`, handler: readTags },
  { method: "POST", path: `${projectV2}/dcs/:id/tags/action`, handler: changeTags },
  // Singular, as the reference has it.
  { method: "GET", path: `${projectV2}/instance/:id/groups`, handler: listGroups },
  { method: "GET", path: `${projectV2}/instances-logical-nodes`, handler: listLogicalNodes },
  { method: "GET", path: `${projectV2}/config-templates`, handler: listTemplates },
  { method: "GET", path: `${projectV2}/instance/:id/whitelist`, handler: readWhitelist },
  { method: "PUT", path: `${projectV2}/instance/:id/whitelist`, handler: setWhitelist },
];
