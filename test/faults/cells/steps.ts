import type { FaultTarget } from "../../../emulator/faults/fault";
import type { Cell, Operation, Planned } from "../cell";
import type { Kinds } from "../kinds";

/** A call of an operation: which it is, and how many of the same sort come before it. */
export type Step = { readonly on: Omit<FaultTarget, "project">; readonly after?: number };

const one = "/instances/[0-9a-f-]{36}";

/** The calls the provider makes. */
export const calls = {
  signIn: { method: "POST", path: /\/v3\/auth\/tokens$/ },
  zones: { method: "GET", path: /\/availableZones$/ },
  products: { method: "GET", path: /\/products$/ },
  list: { method: "GET", path: /\/instances$/ },
  order: { method: "POST", path: /\/instances$/ },
  read: { method: "GET", path: new RegExp(`/v1.0/[^/]+${one}$`) },
  modify: { method: "PUT", path: new RegExp(`/v1.0/[^/]+${one}$`) },
  password: { method: "PUT", path: new RegExp(`${one}/password$`) },
  resize: { method: "POST", path: new RegExp(`${one}/resize$`) },
  readV2: { method: "GET", path: new RegExp(`/v2/[^/]+${one}$`) },
  modifyV2: { method: "PUT", path: new RegExp(`/v2/[^/]+${one}$`) },
  configs: { method: "PUT", path: /\/configs$/ },
  readConfigs: { method: "GET", path: /\/configs$/ },
  ssl: { method: "PUT", path: /\/ssl$/ },
  readSsl: { method: "GET", path: /\/ssl$/ },
  job: { method: "GET", path: /\/jobs\/[^/]+$/ },
  reset: { method: "POST", path: /\/password\/reset$/ },
  whitelist: { method: "PUT", path: /\/whitelist$/ },
  readWhitelist: { method: "GET", path: /\/whitelist$/ },
  tags: { method: "POST", path: /\/tags\/action$/ },
  backup: { method: "POST", path: /\/backups$/ },
  backups: { method: "GET", path: /\/backups$/ },
  restore: { method: "POST", path: /\/restores$/ },
  restores: { method: "GET", path: /\/restores$/ },
  remove: { method: "DELETE", path: new RegExp(`${one}$`) },
} as const satisfies Readonly<Record<string, FaultTarget>>;

type Rest = Omit<Cell, "operation" | "step" | "fault" | "plans">;

/** One cell for each of these faults at a step. */
export function cellsAt(operation: Operation, step: string, where: Step, kinds: Kinds, rest: Rest = {}): Cell[] {
  return Object.entries(kinds).map(([fault, kind]) => ({
    operation,
    step,
    fault,
    plans: [{ ...where, ...kind }],
    ...rest,
  }));
}

/** One cell that no table of faults covers. */
export const cell = (
  operation: Operation,
  step: string,
  fault: string,
  plans: readonly Planned[],
  rest: Rest = {},
): Cell => ({ operation, step, fault, plans, ...rest });
