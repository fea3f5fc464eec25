import { ApiError } from "./errors";

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
}

const GATEWAY = new Set([500, 502, 503, 504]);

/** Which failures are tried again; the first rule that applies counts, and without one a call fails at once. */
export const RETRY_RULES: readonly RetryRule[] = [
  {
    why: "throttled: the service did nothing and asks to come later, whatever the call",
    applies: (error) => error.status === 429,
    tries: Number.POSITIVE_INFINITY,
    firstPause: 2_000,
    longestPause: 60_000,
    within: 15 * 60_000,
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

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

// A failure on which one loop has given up is not tried again by a loop around it.
const givenUp = new WeakSet<object>();

function pauseAfter(error: ApiError, rule: RetryRule, tries: number, random: () => number): number {
  const bound = Math.min(rule.longestPause, rule.firstPause * 2 ** (tries - 1));
  // What the service asks for is the least; the rest keeps many waiting calls from returning together.
  return error.retryAfter === undefined ? random() * bound : error.retryAfter + random() * 1_000;
}

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
      const wait = rule ? pauseAfter(error, rule, tries, random) : 0;
      const limit = Math.min(deadline ?? Number.POSITIVE_INFINITY, started + (rule?.within ?? 0));
      if (!rule || tries >= rule.tries || Date.now() + wait > limit) {
        givenUp.add(error);
        throw error;
      }
      await pause(wait);
    }
  }
}
