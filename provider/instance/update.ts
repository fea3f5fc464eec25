import { isBusy, isNotFound } from "../api/errors";
import { modifyInstance, readInstance } from "../api/instances";
import type { Requester } from "../api/requester";
import type { Instance } from "../api/types";
import { difference } from "./diff";
import { toModifyRequest } from "./model";
import { observe } from "./observe";
import { messageOf, PartialFailure } from "./partial-failure";
import { InstanceFailed, InstanceGone, settled } from "./settle";
import { classOf } from "./statuses";
import type { InstanceInputs, InstanceOutputs } from "./types";
import { timeoutOf } from "./wait-policy";

const BUSY_PAUSE = 5_000;

/**
 * Brings a running instance to what is declared, in place. With nothing to change it still waits until the instance
 * serves: an interrupted create is resumed that way.
 */
export async function update(
  dcs: Requester,
  id: string,
  state: InstanceOutputs,
  declared: InstanceInputs,
): Promise<InstanceOutputs> {
  const name = declared.name;
  const deadline = Date.now() + timeoutOf("update", declared.customTimeouts?.update);
  try {
    const instance = await serving(dcs, id, name, deadline);
    const body = toModifyRequest(declared, difference(state, declared).modified, instance);
    // An empty body is refused by some editions.
    if (Object.keys(body).length > 0) await patiently(deadline, () => modifyInstance(dcs, id, body, { deadline }));
    return await observe(dcs, declared, await serving(dcs, id, name, deadline));
  } catch (error) {
    if (isNotFound(error)) throw new InstanceGone(name, id);
    // A wreck is known as one by its status: the next `up` replaces it.
    const status = error instanceof InstanceFailed ? error.status : state.status;
    throw new PartialFailure(
      id,
      { ...state, status },
      `cache "${state.name}" (${id}) was not updated: ${messageOf(error)}`,
    );
  }
}

async function serving(dcs: Requester, id: string, name: string, deadline: number): Promise<Instance> {
  const instance = await readInstance(dcs, id, { deadline });
  if (classOf(instance.status) === "serving") return instance;
  return settled(dcs, { id, name, what: "to be running", timeout: Math.max(0, deadline - Date.now()) });
}

async function patiently(deadline: number, change: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await change();
    } catch (error) {
      if (!isBusy(error) || Date.now() + BUSY_PAUSE > deadline) throw error;
      await new Promise((wake) => setTimeout(wake, BUSY_PAUSE));
    }
  }
}
