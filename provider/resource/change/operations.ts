import type { Run } from "../../process/run";
import type { Values } from "../describe/argument";
import type { Operations } from "../describe/operations";
import { ownershipOf } from "../describe/ownership";
import type { ResourceType } from "../describe/resource-type";
import { timeoutOf } from "../wait/duration";
import { waitUntilServing } from "../wait/wait-until-serving";
import { waitUntil } from "../wait/waiter";
import { deleteUntilGone } from "./delete";
import { update } from "./update";
import { waitUntilCreated } from "./wait-until-created";

/** What the kit does for a type while it creates one. */
export const operationsOf = <C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  inputs: Values,
): Operations<L> => ({
  ownership: ownershipOf(run),
  waitUntil: (wait) => waitUntil(run, type.calls, service, wait),
  waitUntilServing: (wait) => waitUntilServing(type, run, service, wait),
  waitUntilCreated: (id, values, limits) => waitUntilCreated(type, run, service, id, values, limits),
  update: (wanted) => update(type, run, service, wanted),
  deleteUntilGone: (id, values) => deleteUntilGone(type, run, service, id, values),
  limit: timeoutOf(type, "create", inputs),
});
