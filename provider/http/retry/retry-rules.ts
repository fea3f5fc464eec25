import { type ApiError, isThrottled } from "../errors/api-error";

export interface RetryRule {
  readonly why: string;
  readonly applies: (error: ApiError, reading: boolean) => boolean;
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Upper bound of the first pause in milliseconds; it doubles with every try. The pause is drawn evenly below it. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** Milliseconds from the first try after which no further one is started. */
  readonly within: number;
  /** True: a caller's deadline replaces `within`, even if it is later. Otherwise the sooner of both counts. */
  readonly untilDeadline?: true;
}

const GATEWAY = new Set([500, 502, 503, 504]);

/** Which failures are tried again. The first rule that applies counts; without one a call fails at once. */
export const RETRY_RULES: readonly RetryRule[] = [
  {
    why: "throttled: the service did nothing and asks to come later, whatever the call",
    applies: isThrottled,
    tries: Number.POSITIVE_INFINITY,
    firstPause: 2_000,
    longestPause: 60_000,
    within: 30 * 60_000,
    untilDeadline: true,
  },
  {
    why: "away: nothing was sent, and as the host answered before, it is the network that fails for a while",
    applies: (error) => error.kind === "network" && error.unreachable && error.answeredBefore && !error.permanent,
    tries: 12,
    firstPause: 500,
    longestPause: 8_000,
    within: 2 * 60_000,
  },
  {
    why: "unreachable: nothing was sent, so any call may be repeated; a wrong address must be known within seconds",
    applies: (error) => error.kind === "network" && error.unreachable && !error.permanent,
    tries: 3,
    firstPause: 500,
    longestPause: 2_000,
    within: 10_000,
  },
  {
    why: "reading: a look changes nothing, and gateways fail for moments",
    applies: (error, reading) =>
      reading && !error.permanent && (error.kind !== "http" || GATEWAY.has(error.status as number)),
    tries: 5,
    firstPause: 500,
    longestPause: 8_000,
    within: 2 * 60_000,
  },
  // No rule covers a modifying call whose answer was lost or unclear: a second call could carry out the order twice.
];
