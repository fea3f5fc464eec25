import { ApiError, isThrottled, reworded } from "../errors/api-error";
import { pause as sleep } from "./pause";

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
  /** A caller's deadline stands in the place of `within`, be it sooner or later; otherwise the sooner of both counts. */
  readonly untilDeadline?: true;
}

const GATEWAY = new Set([500, 502, 503, 504]);

/** Which failures are tried again; the first rule that applies counts, and without one a call fails at once. */
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
    applies: (error) => error.kind === "network" && error.unreachable && error.answeredBefore && !error.lasting,
    tries: 12,
    firstPause: 500,
    longestPause: 8_000,
    within: 2 * 60_000,
  },
  {
    why: "unreachable: nothing was sent, so any call may be repeated; a wrong address must be known within seconds",
    applies: (error) => error.kind === "network" && error.unreachable && !error.lasting,
    tries: 3,
    firstPause: 500,
    longestPause: 2_000,
    within: 10_000,
  },
  {
    why: "reading: a look changes nothing, and gateways fail for moments",
    applies: (error, reading) =>
      reading && !error.lasting && (error.kind !== "http" || GATEWAY.has(error.status as number)),
    tries: 5,
    firstPause: 500,
    longestPause: 8_000,
    within: 2 * 60_000,
  },
  // A modifying call after a lost or unclear answer is in no rule on purpose: a second order could make a second instance.
];

export interface RetryOptions {
  /** The call changes nothing at the service. */
  readonly reading: boolean;
  /** Milliseconds since the epoch after which no further try is started. */
  readonly deadline?: number;
  readonly rules?: readonly RetryRule[];
  readonly pause?: (ms: number) => Promise<void>;
  readonly random?: () => number;
}

// A failure on which one loop has given up is not tried again by a loop around it.
const givenUp = new WeakSet<object>();

function pauseAfter(error: ApiError, rule: RetryRule, tries: number, random: () => number): number {
  const bound = Math.min(rule.longestPause, rule.firstPause * 2 ** (tries - 1));
  if (error.retryAfter === undefined) return random() * bound;
  // What the service asks for is the least; the rest keeps many waiting calls from returning together.
  return error.retryAfter + random() * Math.min(rule.longestPause, 1_000 * 2 ** (tries - 1));
}

function limitOf(rule: RetryRule, started: number, deadline: number | undefined): number {
  const own = started + rule.within;
  if (deadline === undefined) return own;
  return rule.untilDeadline ? deadline : Math.min(deadline, own);
}

const seconds = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

// A service that asks to wait longer than there is time is told as that: waiting would end in the same failure, later.
const tooLate = (error: ApiError, left: number): ApiError =>
  error.retryAfter === undefined || error.retryAfter <= left
    ? error
    : reworded(error, {
        remedy: `the service asks to come back in ${seconds(error.retryAfter)}, but only ${seconds(left)} are left for this call: run \`pulumi up\` again later, with a larger customTimeouts or fewer resources at a time (--parallel)`,
      });

/** Runs `attempt` until it succeeds or {@link RETRY_RULES} ends it; throws the last failure. */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { reading, deadline, rules = RETRY_RULES, pause = sleep, random = Math.random } = options;
  const started = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiError) || givenUp.has(error)) throw error;
      const rule = rules.find(({ applies }) => applies(error, reading));
      const left = rule ? limitOf(rule, started, deadline) - Date.now() : 0;
      const wait = rule ? pauseAfter(error, rule, tries, random) : 0;
      if (!rule || tries >= rule.tries || wait > left) {
        const last = rule ? tooLate(error, left) : error;
        givenUp.add(last);
        throw last;
      }
      await pause(wait);
    }
  }
}
