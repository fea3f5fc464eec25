import { ApiError } from "../../http/errors/api-error";
import { pause } from "../../http/retry/pause";
import { messageOf } from "../../resource/state/partial-failure";
import { formatDuration } from "../../resource/wait/duration";
import type { Order, Ordered } from "./description";

/** How long to look for the record of an order without an answer. Milliseconds. */
const SEARCH = {
  within: 60_000,
  firstPause: 1_000,
  longestPause: 5_000,
  /** Possible difference between the clock of the answers and that of the records. */
  clocks: 60_000,
} as const;

/** An order whose result is unknown. */
export interface LostOrder {
  /** What messages call the instance. */
  readonly cache: string;
  /** Ids of the records that were there before. */
  readonly known: ReadonlySet<string>;
  /** When it was sent: milliseconds since the epoch, by the local clock. */
  readonly sentAt: number;
  /** The failure, if there was one; absent if the answer had no id. */
  readonly failure?: unknown;
  /** Milliseconds that the whole create may take. The search ends with it. */
  readonly limit: number;
}

/** When the order was sent, by the service's clock if its answer has a time. An older record is not of this order. */
function sentByItsClock({ failure, sentAt }: LostOrder, failedAt: number): number | undefined {
  const answered = failure instanceof ApiError ? failure.serverTime : undefined;
  return answered === undefined ? undefined : answered - (failedAt - sentAt) - SEARCH.clocks;
}

class Undecided extends Error {}

const whyOf = ({ failure }: LostOrder, noun: string): string =>
  failure === undefined ? `the service answered without the id of the ${noun}` : messageOf(failure);

/**
 * Looks for the record of an order whose answer was lost, for a limited time; a second order could be carried out as well.
 * Returns the id of the one record that is new since; otherwise throws what is known.
 */
export async function findOrdered(
  { noun, list, adopt }: Pick<Order, "noun" | "list" | "adopt">,
  lost: LostOrder,
): Promise<string> {
  const started = Date.now();
  const until = started + Math.min(SEARCH.within, lost.limit);
  const earliest = sentByItsClock(lost, started);
  const isNew = ({ id, createdAt }: Ordered): boolean =>
    !lost.known.has(id) && !(earliest !== undefined && Date.parse(createdAt ?? "") < earliest);
  let lookFailed: string | undefined;
  for (let rest: number = SEARCH.firstPause; ; rest = Math.min(SEARCH.longestPause, rest * 2)) {
    try {
      const [one, another] = (await list({ deadline: until })).filter(isNew);
      if (one && another)
        throw new Undecided(
          `${whyOf(lost, noun)}. Since then two records appeared at ${lost.cache} that can be its ${noun}: ${one.id} and ${another.id}. Neither is taken. Look at them in the DCS console, and take over the one that is yours with \`${adopt.argument}\``,
        );
      if (one) return one.id;
      lookFailed = undefined;
    } catch (error) {
      if (error instanceof Undecided) throw error;
      lookFailed = messageOf(error);
    }
    if (Date.now() + rest > until) break;
    await pause(rest);
  }
  const seen = lookFailed
    ? `looking for it in the list failed, too (${lookFailed})`
    : `no new ${noun} of ${lost.cache} appeared within ${formatDuration(Date.now() - started)}`;
  throw new Undecided(
    `${whyOf(lost, noun)}. It is not known whether the service carried the order out; ${seen}. Nothing was ordered twice. Look for a ${noun} of this time in the DCS console. If there is one, take it over with \`${adopt.argument}: "<its id>"\`; otherwise run \`pulumi up\` again, which orders a ${noun}`,
  );
}
