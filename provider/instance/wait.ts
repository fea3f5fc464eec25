import type { DcsClient } from "../client/dcs-client";
import { ApiError, isTransient } from "../http/errors/api-error";
import { listInstances } from "./api/instances";
import type { InstanceSummary } from "./api/types";
import { look, type Seen } from "./look";
import { messageOf } from "./partial-failure";
import { tell } from "./tell";
import { nextInterval, spoken, WAIT_POLICY } from "./wait-policy";

export interface Wait {
  readonly id: string;
  readonly name: string;
  /** Ends the wait: true is success, an error is thrown to the caller, false goes on. */
  readonly arrived: (seen: Seen, waited: number) => boolean;
  /** Milliseconds from now. */
  readonly timeout: number;
  /** The limit that messages tell where this wait is the rest of a longer step. Default: `timeout`. */
  readonly limit?: number;
  /** What is waited for. */
  readonly what: keyof typeof STILL;
}

/** What is still so of a cache that is waited for. */
const STILL = {
  "to be created": (after: string) => `still creating after ${after}`,
  "to be running": (after: string) => `still not running after ${after}`,
  "to be deleted": (after: string) => `still deleting after ${after}`,
  "to be free for deletion": (after: string) => `still too busy to be deleted after ${after}`,
  "to be gone, so that its name is free": (after: string) => `still deleting after ${after}, so its name is not free`,
} as const;

/** What the looks at an instance have shown. */
interface Shown {
  /** Status at the latest look that did not fail; `undefined` where the service did not know the instance. */
  readonly latest?: { readonly status: string | undefined };
  /** Why the looks since then have failed. */
  readonly failure?: unknown;
}

function why(failure: unknown): string {
  const away = failure instanceof ApiError && ["network", "timeout"].includes(failure.kind);
  return away && failure.serviceMessage
    ? `The service cannot be reached: ${failure.serviceMessage}`
    : `The last look failed: ${messageOf(failure)}`;
}

/** Where a wait is: what is waited for, the status, and why that is not of now. */
function standing({ name, id, what }: Wait, after: string, { latest, failure }: Shown): string {
  const lead = `cache "${name}" (${id}): ${STILL[what](after)}`;
  const last = failure === undefined ? "" : "last known ";
  const status = latest?.status === undefined ? "unknown to the service" : `${last}status ${latest.status}`;
  const known = latest === undefined ? "no status known yet" : status;
  return `${lead}; ${known}${failure === undefined ? "" : `. ${why(failure)}`}`;
}

/** The limit passed; tells what was last seen. */
export class WaitTimeout extends Error {
  constructor(wait: Wait, shown: Shown) {
    super(standing(wait, `${spoken(wait.limit ?? wait.timeout)} (the time limit)`, shown));
    this.name = "WaitTimeout";
  }
}

interface Pending extends Wait {
  readonly since: number;
  /** When to look next. */
  due: number;
  /** Looks in a row that were refused. */
  refusals: number;
  shown: Shown;
  told: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const deadlineOf = ({ since, timeout }: Pending): number => since + timeout;

/** One per project: however many instances wait, a look at them costs one call. */
class Waiter {
  readonly #pending = new Set<Pending>();
  #running = false;
  #wake: () => void = () => {};

  constructor(private readonly dcs: DcsClient) {}

  until(wait: Wait): Promise<void> {
    return new Promise((done, failed) => {
      const since = Date.now();
      const due = since + nextInterval(0);
      this.#pending.add({ ...wait, since, due, refusals: 0, shown: {}, told: since, done, failed });
      if (this.#running) this.#wake();
      else void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#pending.size > 0) {
      await this.#untilDue();
      await this.#lookAtAll();
      const now = Date.now();
      for (const one of this.#pending) one.due = Math.max(one.due, now + nextInterval(now - one.since));
    }
    this.#running = false;
  }

  /** Sleeps until somebody wants a look; who joins meanwhile may want it sooner. */
  async #untilDue(): Promise<void> {
    for (;;) {
      const rest = Math.min(...[...this.#pending].map(({ due }) => due)) - Date.now();
      if (rest <= 0) return;
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, rest);
        this.#wake = () => {
          clearTimeout(timer);
          wake();
        };
      });
    }
  }

  async #lookAtAll(): Promise<void> {
    const all = [...this.#pending];
    let listed: Map<string, InstanceSummary> | undefined;
    try {
      if (all.length > 1) {
        const deadline = Math.max(...all.map(deadlineOf));
        const entries = await listInstances(this.dcs, undefined, { deadline });
        listed = new Map(entries.map((entry) => [entry.instance_id, entry]));
      }
    } catch (error) {
      for (const one of all) this.#lookFailed(one, error);
      return;
    }
    await Promise.all(
      all.map(async (one) => {
        try {
          // What the list leaves out may be new or gone: only a read of its own can tell.
          this.#judge(one, listed?.get(one.id) ?? (await look(this.dcs, one.id, { deadline: deadlineOf(one) })));
        } catch (error) {
          this.#lookFailed(one, error);
        }
      }),
    );
  }

  #judge(one: Pending, seen: Seen): void {
    const waited = Date.now() - one.since;
    one.shown = { latest: { status: seen?.status } };
    one.refusals = 0;
    if (one.arrived(seen, waited)) this.#end(one, one.done);
    else this.#goOn(one, waited);
  }

  #lookFailed(one: Pending, error: unknown): void {
    // A look that fails for a while says nothing about the instance; one that is refused again and again will not get better.
    const refused = error instanceof ApiError && error.kind === "http" && ++one.refusals < WAIT_POLICY.refusals;
    if (!isTransient(error) && !refused) {
      this.#end(one, () => one.failed(error));
      return;
    }
    one.shown = { latest: one.shown.latest, failure: error };
    this.#goOn(one, Date.now() - one.since);
  }

  #goOn(one: Pending, waited: number): void {
    if (waited >= one.timeout) {
      this.#end(one, () => one.failed(new WaitTimeout(one, one.shown)));
      return;
    }
    if (Date.now() - one.told < WAIT_POLICY.tellEvery) return;
    one.told = Date.now();
    tell(standing(one, spoken(waited), one.shown));
  }

  #end(one: Pending, conclude: () => void): void {
    this.#pending.delete(one);
    conclude();
  }
}

const waiters = new WeakMap<DcsClient, Waiter>();

/** Waits until `arrived` says so; throws what it throws, {@link WaitTimeout}, or the refusal of a look. */
export function waitUntil(dcs: DcsClient, wait: Wait): Promise<void> {
  let waiter = waiters.get(dcs);
  if (!waiter) {
    waiter = new Waiter(dcs);
    waiters.set(dcs, waiter);
  }
  return waiter.until(wait);
}
