import { ApiError } from "./errors";
import { HttpRefusal } from "./http-client";

type Method = "GET" | "POST" | "PUT" | "DELETE";

interface Policy {
  readonly when: (error: ApiError) => boolean;
  readonly methods: readonly Method[];
  /** Tries altogether. */
  readonly tries: number;
  /** Upper bound of the pause before the n-th retry, milliseconds; a random share of it is taken. */
  readonly pause: (retry: number) => number;
}

const ALL: readonly Method[] = ["GET", "POST", "PUT", "DELETE"];
const doubling = (first: number, most: number) => (retry: number) => Math.min(most, first * 2 ** (retry - 1));

/** Which failures are tried again. The first row that fits decides; what fits none is final. */
export const RETRIES: readonly Policy[] = [
  // The gateway throttles before the service sees the call, so nothing was done.
  { when: ({ status }) => status === 429, methods: ALL, tries: 20, pause: doubling(2_000, 60_000) },
  // Never sent. Few tries: somebody without a route waits for the message.
  { when: ({ kind, notDone }) => kind === "network" && notDone, methods: ALL, tries: 3, pause: doubling(500, 2_000) },
  // Reading twice does no harm; a modifying call may have been carried out and is not repeated blindly.
  {
    when: ({ kind }) => kind === "network" || kind === "malformed",
    methods: ["GET"],
    tries: 5,
    pause: doubling(500, 8_000),
  },
  { when: ({ kind }) => kind === "timeout", methods: ["GET"], tries: 3, pause: doubling(500, 2_000) },
  {
    when: ({ status }) => status === 500 || status === 502 || status === 503 || status === 504,
    methods: ["GET"],
    tries: 5,
    pause: doubling(500, 8_000),
  },
];

/** No call is tried for longer than this, milliseconds. */
export const LONGEST_CALL = 10 * 60_000;

/** `Retry-After` in milliseconds: seconds or a date. */
export function retryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Carries the call out, again where the table says so, until `deadline`. */
export async function retried<T>(method: Method, deadline: number | undefined, call: () => Promise<T>): Promise<T> {
  const end = Math.min(deadline ?? Number.POSITIVE_INFINITY, Date.now() + LONGEST_CALL);
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const policy = RETRIES.find(({ when }) => when(error));
      if (!policy?.methods.includes(method) || tries >= policy.tries) throw error;
      const asked = error instanceof HttpRefusal ? retryAfter(error.retryAfter) : undefined;
      const pause = asked ?? Math.random() * policy.pause(tries);
      if (Date.now() + pause > end) throw error;
      await new Promise((wake) => setTimeout(wake, pause));
    }
  }
}
