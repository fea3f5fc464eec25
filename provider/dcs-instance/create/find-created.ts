import { isNotFound } from "../../client/dcs-errors";
import { ApiError } from "../../http/errors/api-error";
import { pause } from "../../http/retry/pause";
import type { RunClient } from "../../process/configuration";
import { messageOf } from "../../resource/state/partial-failure";
import { formatDuration } from "../../resource/wait/duration";
import { instanceIdsIn } from "../api/cut-answer";
import { readInstance } from "../api/instances";
import type { Instance } from "../api/types";
import type { InstanceInputs } from "../values/types";
import { compare, differences } from "./adoption";
import { findByName } from "./find-by-name";
import { conflictMessage, describeInstances } from "./name-conflict";

/** How long to look for the instance of an order without an answer: the list may be out of date. Milliseconds. */
const SEARCH = {
  within: 60_000,
  firstPause: 1_000,
  longestPause: 5_000,
  /** Possible difference between the clock of the answers and that of `created_at`. */
  clocks: 60_000,
} as const;

/** An order whose result is unknown. */
export interface AmbiguousCreate {
  readonly inputs: InstanceInputs;
  /** Ids of the instances that had the name before. */
  readonly before: ReadonlySet<string>;
  /** When it was sent: milliseconds since the epoch, by the local clock. */
  readonly sentAt: number;
  /** The failure, if there was one; absent if the answer had no id. */
  readonly failure?: unknown;
  /** Milliseconds that the whole create may take. The search ends with it. */
  readonly limit: number;
}

type Sighting = { readonly instance: Instance; readonly because?: string };

/** When the order was sent, by the service's clock if its answer has a time. An older instance is not ours. */
function sentByItsClock({ failure, sentAt }: AmbiguousCreate, failedAt: number): number | undefined {
  const answered = failure instanceof ApiError ? failure.serverTime : undefined;
  return answered === undefined ? undefined : answered - (failedAt - sentAt) - SEARCH.clocks;
}

interface Bounds {
  /** Milliseconds since the epoch, by the service's clock. */
  readonly earliest: number | undefined;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

async function sighted(dcs: RunClient, order: AmbiguousCreate, { earliest, deadline }: Bounds): Promise<Sighting[]> {
  const { inputs, before, failure } = order;
  const ids = new Set(instanceIdsIn(failure));
  for (const { instance_id } of await findByName(dcs, inputs.name, { deadline })) ids.add(instance_id);
  const sightings = [...ids]
    .filter((id) => !before.has(id))
    .map(async (id): Promise<Sighting[]> => {
      const instance = await readInstance(dcs, id, { deadline }).catch((error) => {
        if (isNotFound(error)) return undefined;
        throw error;
      });
      if (instance?.name !== inputs.name) return [];
      const created = Date.parse(instance.created_at ?? "");
      if (earliest !== undefined && created < earliest) return [{ instance, because: "it is older than the order" }];
      const { state, answered } = await compare(dcs, instance, inputs, false);
      if (answered.length === 0) return [{ instance }];
      return [{ instance, because: `it is not as ordered: ${differences(state, inputs, answered)}` }];
    });
  return (await Promise.all(sightings)).flat();
}

/**
 * Looks for the instance of an order whose answer was lost, for a limited time. A second order could make a second
 * instance, so none is sent. Returns the id of an instance that is certainly ours; otherwise throws what is known.
 */
export async function findCreatedInstance(dcs: RunClient, order: AmbiguousCreate): Promise<string> {
  const started = Date.now();
  const until = started + Math.min(SEARCH.within, order.limit);
  const earliest = sentByItsClock(order, started);
  let rejected: Sighting[] = [];
  let lookFailed: string | undefined;
  for (let rest: number = SEARCH.firstPause; ; rest = Math.min(SEARCH.longestPause, rest * 2)) {
    try {
      const all = await sighted(dcs, order, { earliest, deadline: until });
      const ours = all.filter(({ because }) => because === undefined).map(({ instance }) => instance);
      const [one, another] = ours;
      if (another) throw new Undecided(`${whyOf(order)}; since then ${conflictMessage(order.inputs.name, ours)}`);
      if (one) return one.instance_id;
      rejected = all;
      lookFailed = undefined;
    } catch (error) {
      if (error instanceof Undecided) throw error;
      lookFailed = messageOf(error);
    }
    if (Date.now() + rest > until) break;
    await pause(rest);
  }
  throw new Undecided(notFoundMessage(order, Date.now() - started, rejected, lookFailed));
}

class Undecided extends Error {}

const whyOf = ({ failure }: AmbiguousCreate): string =>
  failure === undefined ? "the service answered without an instance id" : messageOf(failure);

function notFoundMessage(order: AmbiguousCreate, looked: number, rejected: Sighting[], lookFailed?: string): string {
  const { name } = order.inputs;
  const [candidate] = rejected;
  if (candidate) {
    return `${whyOf(order)}. Since then an instance named "${name}" appeared: ${describeInstances([candidate.instance])}, but ${candidate.because}. It may be somebody else's, so it is left alone. Look at it in the DCS console. Delete it there, or choose another \`name\`; then run \`pulumi up\` again`;
  }
  const seen = lookFailed
    ? `looking for an instance named "${name}" failed too (${lookFailed})`
    : `no instance named "${name}" appeared within ${formatDuration(looked)}`;
  return `${whyOf(order)}. It is not known whether the service carried the order out; ${seen}. Nothing was ordered twice. Run \`pulumi up\` again, which looks for the instance first. If it exists by then, the run stops and shows its id, and \`onNameConflict: "adopt"\` (\`pulumi config set otc:onNameConflict adopt\`) takes it over; otherwise it is created`;
}
