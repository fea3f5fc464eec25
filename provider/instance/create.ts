import type { DcsClient } from "../client/dcs-client";
import { ApiError, isAmbiguous } from "../http/errors/api-error";
import { createInstance } from "./api/instances";
import type { InstanceSummary } from "./api/types";
import { brought } from "./bring";
import { claimInstance, disclaimInstance, holdingName, noteAdopted } from "./claims";
import { fateOf } from "./fate";
import { instancesNamed } from "./look-up";
import { toCreateRequest } from "./model";
import { conflictMessage, takeOver } from "./named";
import { removeInstance } from "./remove";
import { resolve } from "./resolve";
import { isLeaving, isWreck } from "./statuses";
import type { InstanceInputs, InstanceOutputs } from "./types";
import { update } from "./update";
import { waitUntil } from "./wait";
import { timeoutOf } from "./wait-policy";

export interface Created {
  readonly id: string;
  readonly outputs: InstanceOutputs;
}

export interface CreateOptions {
  readonly onNameConflict: "fail" | "adopt";
  /** Ids of instances this run replaces: their bearing the name is no conflict. */
  readonly replacing: ReadonlySet<string>;
  /** Asked right before an order goes out; throws when nobody would record it. */
  readonly stillWanted?: () => Promise<void>;
}

/** Creates the cache and waits until it serves; see `DcsInstanceArgs` for what is created. */
export function create(dcs: DcsClient, inputs: InstanceInputs, options: CreateOptions): Promise<Created> {
  return holdingName(dcs, inputs.name, () => new Creation(dcs, inputs, options).carryOut());
}

const NAME_TAKEN = 4060;

class Creation {
  private readonly limit: number;
  private readonly deadline: number;

  constructor(
    private readonly dcs: DcsClient,
    private readonly inputs: InstanceInputs,
    private readonly options: CreateOptions,
  ) {
    this.limit = timeoutOf("create", inputs.customTimeouts?.create);
    this.deadline = Date.now() + this.limit;
  }

  async carryOut(): Promise<Created> {
    const { dcs, inputs, deadline, limit, options } = this;
    // What was taken over once and is replaced now is gone, or about to go: a new one is wanted in its place.
    const { adoptInstanceId } = inputs;
    if (adoptInstanceId && !options.replacing.has(adoptInstanceId)) {
      const adopted = await this.adopted(adoptInstanceId);
      if (adopted) return adopted;
    }
    const before = await this.withoutLeaving(await instancesNamed(dcs, inputs.name, { deadline }));
    const taken = await this.takenOver(before);
    if (taken) return taken;
    const id = await this.ordered(before);
    if (typeof id !== "string") return id;
    claimInstance(dcs, id, inputs.name);
    return { id, outputs: await brought(dcs, id, inputs, { deadline, limit }) };
  }

  // What is being deleted, by an interrupted run perhaps, stands in the way for a while only.
  private async withoutLeaving(named: InstanceSummary[]): Promise<InstanceSummary[]> {
    const { dcs, inputs, deadline, limit } = this;
    const leaving = named.filter(({ status }) => isLeaving(status));
    if (leaving.length === 0) return named;
    const gone = leaving.map(({ instance_id: id }) => {
      const what = "to be gone, so that its name is free";
      const timeout = Math.max(0, deadline - Date.now());
      return waitUntil(dcs, { id, name: inputs.name, what, timeout, limit, arrived: (seen) => seen === undefined });
    });
    await Promise.all(gone);
    return instancesNamed(dcs, inputs.name, { deadline });
  }

  /** What bears the name already, taken over if that is wanted; nothing when the name is free. */
  private async takenOver(named: readonly InstanceSummary[]): Promise<Created | undefined> {
    const blocking = named.filter(({ instance_id }) => !this.options.replacing.has(instance_id));
    const [first, second] = blocking;
    if (!first) return undefined;
    if (this.options.onNameConflict === "adopt" && !second) return this.adopted(first.instance_id);
    throw new Error(conflictMessage(this.inputs.name, blocking));
  }

  /** The instance as the resource's own; nothing when it was the wreck of a create and has been removed. */
  private async adopted(id: string): Promise<Created | undefined> {
    const { dcs, inputs, deadline } = this;
    claimInstance(dcs, id, inputs.name);
    let state: InstanceOutputs;
    try {
      state = await takeOver(dcs, id, inputs, deadline);
      if (isWreck(state.status)) {
        await removeInstance(dcs, id, inputs.name, timeoutOf("delete", inputs.customTimeouts?.delete));
        disclaimInstance(dcs, id);
        return undefined;
      }
    } catch (error) {
      disclaimInstance(dcs, id);
      throw error;
    }
    noteAdopted(id);
    return { id, outputs: await update(dcs, id, state, inputs, { declared: new Set(), values: state }) };
  }

  /** Sends the one order; answers the id of what it made, or what stood in the way and was taken over. */
  private async ordered(named: readonly InstanceSummary[]): Promise<string | Created> {
    const { dcs, inputs, deadline, limit } = this;
    const body = toCreateRequest(inputs, await resolve(dcs, inputs));
    const before = new Set(named.map(({ instance_id }) => instance_id));
    const sentAt = Date.now();
    let failure: unknown;
    try {
      const id = await createInstance(dcs, body, { deadline, beforeTry: this.options.stillWanted });
      if (id) return id;
    } catch (error) {
      if (error instanceof ApiError && error.number === NAME_TAKEN) return this.afterAll(error);
      if (!isAmbiguous(error)) throw error;
      failure = error;
    }
    return fateOf(dcs, { inputs, before, sentAt, failure, limit });
  }

  // The list may lag behind: the service knows of an instance that the look-up did not show.
  private async afterAll(refusal: ApiError): Promise<Created> {
    const taken = await this.takenOver(await instancesNamed(this.dcs, this.inputs.name, { deadline: this.deadline }));
    if (taken) return taken;
    throw refusal;
  }
}
