import type { DcsClient } from "../client/dcs-client";
import { listInstances } from "./api/instances";
import { observe } from "./observe";
import { messageOf, PartialFailure } from "./partial-failure";
import { removeInstance } from "./remove";
import { InstanceFailed, InstanceGone, settled } from "./settle";
import { classOf } from "./statuses";
import type { InstanceInputs, InstanceOutputs } from "./types";
import { timeoutOf } from "./wait-policy";

export interface Limits {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Milliseconds of the whole create, as messages tell it. */
  readonly limit: number;
}

/** Waits until an ordered instance serves. From here on every failure either keeps the id or leaves nothing behind. */
export async function brought(
  dcs: DcsClient,
  id: string,
  inputs: InstanceInputs,
  { deadline, limit }: Limits,
): Promise<InstanceOutputs> {
  const { name } = inputs;
  const place = { region: dcs.region, projectId: await dcs.projectId().catch(() => inputs.projectId) };
  const kept = (status: string, message: string) => new PartialFailure(id, { ...inputs, ...place, status }, message);
  try {
    const timeout = Math.max(0, deadline - Date.now());
    const instance = await settled(dcs, { id, name, what: "to be created", timeout, limit });
    return await observe(dcs, inputs, instance);
  } catch (error) {
    if (error instanceof InstanceGone && (await isUnlisted(dcs, id))) {
      throw new Error(
        `cache "${name}" (${id}) was accepted, but the service does not know it any more: it was deleted while it was created. Nothing of it is left; run \`pulumi up\` again to start afresh`,
      );
    }
    if (error instanceof InstanceFailed && classOf(error.status) === "failed") {
      const left = await remains(dcs, id, inputs);
      if (left === undefined) {
        throw new Error(
          `${error.message}. What was left of it has been removed; run \`pulumi up\` again to start afresh`,
        );
      }
      throw kept(
        "CREATEFAILED",
        `${error.message}. Removing what was left of it failed: ${left}. The id is kept: the next \`pulumi up\` replaces it`,
      );
    }
    throw kept("CREATING", `${messageOf(error)}. Its id is kept: run \`pulumi up\` again to go on waiting`);
  }
}

// Before an id is dropped the list must agree; an unreadable one does not.
async function isUnlisted(dcs: DcsClient, id: string): Promise<boolean> {
  const all = await listInstances(dcs).catch(() => undefined);
  return all?.every(({ instance_id }) => instance_id !== id) ?? false;
}

/** A wreck costs money and blocks the name, so it is removed; answers why that failed. */
async function remains(
  dcs: DcsClient,
  id: string,
  { name, customTimeouts }: InstanceInputs,
): Promise<string | undefined> {
  try {
    await removeInstance(dcs, id, name, timeoutOf("delete", customTimeouts?.delete));
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
