import { deleteInstances, restartOrFlush } from "../handlers/batch";
import { countStates, readStatistics } from "../handlers/counts";
import { createToken, listDomains, listProjects, readCatalog, readVersion, validateToken } from "../handlers/iam";
import {
  createInstance,
  deleteInstance,
  extendInstance,
  listInstances,
  modifyInstance,
  readInstance,
} from "../handlers/instances";
import { changePassword } from "../handlers/password";
import { listProducts, listWindows, listZones, readQuota } from "../handlers/region";
import type { Answer, Call } from "./call";

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly handler: (call: Call) => Answer | Promise<Answer>;
}

/** IAM; each handler decides who may call it, and refuses in IAM's own shape. */
export const iamRoutes: readonly Route[] = [
  { method: "GET", path: "/v3", handler: readVersion },
  { method: "POST", path: "/v3/auth/tokens", handler: createToken },
  { method: "GET", path: "/v3/auth/tokens", handler: validateToken },
  { method: "GET", path: "/v3/auth/projects", handler: listProjects },
  { method: "GET", path: "/v3/auth/domains", handler: listDomains },
  { method: "GET", path: "/v3/auth/catalog", handler: readCatalog },
  { method: "GET", path: "/v3/projects", handler: listProjects },
];

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
];
