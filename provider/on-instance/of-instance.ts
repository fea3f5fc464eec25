import type { RunClient } from "../process/configuration";

/** One instance, in one run: what the types call whose resources belong to an instance. */
export interface OfInstance extends RunClient {
  readonly instanceId: string;
}

class Instances {
  readonly #known = new Map<string, OfInstance>();

  constructor(private readonly dcs: RunClient) {}

  of(instanceId: string): OfInstance {
    const known = this.#known.get(instanceId) ?? { ...this.dcs, instanceId };
    this.#known.set(instanceId, known);
    return known;
  }
}

/** Always the same object for one instance in a run, so that what waits for it shares its calls. */
export const ofInstance = (dcs: RunClient, instanceId: string): OfInstance =>
  dcs.run.shared(dcs, Instances, () => new Instances(dcs)).of(instanceId.toLowerCase());
