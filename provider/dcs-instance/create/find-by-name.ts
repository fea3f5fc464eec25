import type { CallOptions } from "../../client/dcs-client";
import { pause } from "../../http/retry/pause";
import type { RunClient } from "../../process/configuration";
import { Kept } from "../../process/kept";
import { isLeaving } from "../../resource/describe/statuses";
import { listInstances } from "../api/instances";
import { FOR_THE_RUN } from "../api/region/catalogue";
import { STATUSES } from "../api/statuses";
import type { InstanceSummary } from "../api/types";

/** Milliseconds that a search waits for others to join. */
const GATHER = 50;

interface Batch {
  readonly names: Set<string>;
  deadline: number;
  readonly answer: Promise<InstanceSummary[]>;
}

/** One per project. Searches that start together share one list call, and no answer is older than its question. */
class NameLookUps {
  #gathering?: Batch;
  #listing: Promise<unknown> = Promise.resolve();
  readonly #seen = new Kept(() => listInstances(this.dcs));

  constructor(private readonly dcs: RunClient) {}

  async named(name: string, deadline: number): Promise<InstanceSummary[]> {
    this.#gathering ??= this.#open();
    const batch = this.#gathering;
    batch.names.add(name);
    batch.deadline = Math.max(batch.deadline, deadline);
    return (await batch.answer).filter((instance) => instance.name === name);
  }

  /** The same from one list call for the whole run. */
  async seen(name: string): Promise<InstanceSummary[]> {
    return (await this.#seen.get(FOR_THE_RUN)).filter((instance) => instance.name === name);
  }

  #open(): Batch {
    const names = new Set<string>();
    const answer = this.#gathered().then(() => {
      // A search that starts later needs a newer list.
      this.#gathering = undefined;
      const [only, ...more] = names;
      const options = Number.isFinite(batch.deadline) ? { deadline: batch.deadline } : {};
      const listing = listInstances(this.dcs, more.length > 0 ? undefined : only, options);
      this.#listing = listing.catch(() => {});
      return listing;
    });
    const batch: Batch = { names, deadline: 0, answer };
    return batch;
  }

  async #gathered(): Promise<void> {
    await Promise.all([this.#listing, pause(GATHER)]);
  }
}

const lookUpsOf = (dcs: RunClient): NameLookUps => dcs.run.shared(dcs, NameLookUps, () => new NameLookUps(dcs));

/** Instances that bear exactly this name, failed ones included; the service's own filter is fuzzy. */
export const findByName = (dcs: RunClient, name: string, options: CallOptions = {}): Promise<InstanceSummary[]> =>
  lookUpsOf(dcs).named(name, options.deadline ?? Number.POSITIVE_INFINITY);

/** Those that block the name. An instance that is being deleted does not: the create waits for it. */
export async function findConflicts(dcs: RunClient, name: string, options?: CallOptions): Promise<InstanceSummary[]> {
  return (await findByName(dcs, name, options)).filter(({ status }) => !isLeaving(STATUSES, status));
}

/**
 * The same for `check`, which the engine calls for one resource after the other: one list answers all of a run. Only a
 * free name is believed without asking again; the create looks its name up anyway, right before it orders.
 */
export async function previewConflicts(dcs: RunClient, name: string): Promise<InstanceSummary[]> {
  const seen = await lookUpsOf(dcs).seen(name);
  return seen.length === 0 ? [] : findConflicts(dcs, name);
}
