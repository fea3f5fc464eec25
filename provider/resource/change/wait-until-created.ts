import type { Run } from "../../process/run";
import type { Values } from "../describe/argument";
import type { Limits } from "../describe/operations";
import { labelOf, type ResourceType } from "../describe/resource-type";
import { messageOf, PartialFailure } from "../state/partial-failure";
import { ResourceFailed, ResourceGone, waitUntilServing } from "../wait/wait-until-serving";
import { deleteUntilGone } from "./delete";
import { update } from "./update";

/**
 * Waits until the ordered resource serves, and returns its state. From here on every failure either keeps the id or
 * leaves nothing behind.
 */
export async function waitUntilCreated<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  id: string,
  inputs: Values,
  { deadline, limit }: Limits,
): Promise<Values> {
  const label = labelOf(type, inputs, id);
  const place = type.placeOf ? await type.placeOf(service, inputs) : {};
  const later = Object.keys(type.arguments).filter(
    (name) => type.arguments[name]?.afterCreate && inputs[name] !== undefined,
  );
  // What the create does not set must not stand in the state as if it were set: the next update sets it.
  const ordered = Object.fromEntries(Object.entries(inputs).filter(([name]) => !later.includes(name)));
  const kept = (status: string, message: string) => new PartialFailure(id, { ...ordered, ...place, status }, message);
  let created: Values;
  try {
    const timeout = Math.max(0, deadline - Date.now());
    const live = await waitUntilServing(type, run, service, { id, label, what: "to be created", timeout, limit });
    created = await type.toState(service, inputs, live, later);
  } catch (error) {
    if (error instanceof ResourceGone && (await isUnlisted(type, service, id))) {
      throw new Error(
        `${label} was accepted, but the service does not know it any more: it was deleted while it was created. Nothing of it is left; run \`pulumi up\` again to start afresh`,
      );
    }
    if (error instanceof ResourceFailed && error.kind === "failed") {
      // A failed resource costs money and blocks the name.
      const left = await deleteUntilGone(type, run, service, id, inputs).then(() => undefined, messageOf);
      if (left === undefined) {
        const removed = type.calls.delete ? "What was left of it has been removed; run" : "Run";
        throw new Error(`${error.message}. ${removed} \`pulumi up\` again to start afresh`);
      }
      throw kept(
        type.statuses.createFailed,
        `${error.message}. Removing what was left of it failed: ${left}. The id is kept: the next \`pulumi up\` replaces it`,
      );
    }
    throw kept(type.statuses.creating, `${messageOf(error)}. Its id is kept: run \`pulumi up\` again to go on waiting`);
  }
  const before = { declared: new Set<string>(), values: created };
  return later.length === 0
    ? created
    : update(type, run, service, { id, state: created, declared: inputs, before, only: later });
}

// An id is dropped only if the list does not contain it either. If the list cannot be read, the id is kept.
async function isUnlisted<C extends object, L>({ calls }: ResourceType<C, L>, service: C, id: string) {
  if (!calls.list) return true;
  const all = await calls.list(service).catch(() => undefined);
  return all?.every((each) => each.id !== id) ?? false;
}
