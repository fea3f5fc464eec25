import { ApiError, reworded } from "../errors/api-error";
import { pause as sleep } from "./pause";
import { RETRY_RULES, type RetryRule } from "./retry-rules";

export interface RetryOptions {
  /** The call changes nothing at the service. */
  readonly reading: boolean;
  /** Milliseconds since the epoch after which no further try is started. */
  readonly deadline?: number;
  readonly rules?: readonly RetryRule[];
  readonly pause?: (ms: number) => Promise<void>;
  readonly random?: () => number;
}

// If an inner loop has given up on a failure, the outer loop does not try again.
const givenUp = new WeakSet<object>();

function pauseAfter(error: ApiError, rule: RetryRule, tries: number, random: () => number): number {
  const bound = Math.min(rule.longestPause, rule.firstPause * 2 ** (tries - 1));
  if (error.retryAfter === undefined) return random() * bound;
  // The service asks for a minimum. The random rest keeps many waiting calls from returning at the same moment.
  return error.retryAfter + random() * Math.min(rule.longestPause, 1_000 * 2 ** (tries - 1));
}

function limitOf(rule: RetryRule, started: number, deadline: number | undefined): number {
  const own = started + rule.within;
  if (deadline === undefined) return own;
  return rule.untilDeadline ? deadline : Math.min(deadline, own);
}

const seconds = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

// If the service asks to wait longer than the time left, the failure says so at once: waiting would not help.
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
