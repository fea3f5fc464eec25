import { ApiError, isNotFound } from "../api/errors";
import { listInstances, readInstance } from "../api/instances";
import type { Requester } from "../api/requester";
import type { InstanceSummary } from "../api/types";
import { tell } from "./tell";
import { nextInterval, spoken, WAIT_POLICY } from "./wait-policy";

/** What was seen of an instance: its summary, or `undefined` when the service does not know it. */
export type Seen = InstanceSummary | undefined;

export interface Wait {
  readonly id: string;
  readonly name: string;
  /** Ends the wait: true is success, an error is thrown to the caller, false goes on. */
  readonly arrived: (seen: Seen, waited: number) => boolean;
  /** Milliseconds from now. */
  readonly timeout: number;
  /** What is waited for, e.g. `to be created`. */
  readonly what: string;
}

/** The limit passed; tells what was last seen. */
export class WaitTimeout extends Error {
  constructor(wait: Wait, lastSeen: string) {
    super(
      `cache "${wait.name}" (${wait.id}) took longer than ${spoken(wait.timeout)} ${wait.what}; last seen: ${lastSeen}`,
    );
    this.name = "WaitTimeout";
  }
}

interface Pending extends Wait {
  readonly since: number;
  lastSeen: string;
  told: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

// A look that fails for a while says nothing about the instance; a refused one will not get better.
const passes = (error: unknown): boolean =>
  error instanceof ApiError && (error.kind !== "http" || error.status === 429 || (error.status ?? 0) >= 500);

async function look(dcs: Requester, id: string): Promise<Seen> {
  try {
    return await readInstance(dcs, id);
  } catch (error) {
    // An instance that was known a moment ago: a 404 without a word is its absence, not a wrong address.
    const wordless = error instanceof ApiError && error.status === 404 && error.code === undefined;
    if (isNotFound(error) || wordless) return undefined;
    throw error;
  }
}

/** One per project: however many instances wait, a look at them costs one call. */
class Waiter {
  readonly #pending = new Set<Pending>();
  #running = false;

  constructor(private readonly dcs: Requester) {}

  until(wait: Wait): Promise<void> {
    return new Promise((done, failed) => {
      const since = Date.now();
      this.#pending.add({ ...wait, since, lastSeen: "nothing yet", told: since, done, failed });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#pending.size > 0) {
      const now = Date.now();
      const soonest = Math.min(...[...this.#pending].map(({ since }) => nextInterval(now - since)));
      await new Promise((resolve) => setTimeout(resolve, soonest));
      await this.#lookAtAll();
    }
    this.#running = false;
  }

  async #lookAtAll(): Promise<void> {
    const all = [...this.#pending];
    let listed: Map<string, InstanceSummary> | undefined;
    try {
      if (all.length > 1) listed = new Map((await listInstances(this.dcs)).map((entry) => [entry.instance_id, entry]));
    } catch (error) {
      for (const one of all) this.#lookFailed(one, error);
      return;
    }
    await Promise.all(
      all.map(async (one) => {
        try {
          // What the list leaves out may be new or gone: only a read of its own can tell.
          this.#judge(one, listed?.get(one.id) ?? (await look(this.dcs, one.id)));
        } catch (error) {
          this.#lookFailed(one, error);
        }
      }),
    );
  }

  #judge(one: Pending, seen: Seen): void {
    const waited = Date.now() - one.since;
    one.lastSeen = seen?.status ?? "not found";
    if (one.arrived(seen, waited)) this.#end(one, one.done);
    else this.#goOn(one, waited);
  }

  #lookFailed(one: Pending, error: unknown): void {
    if (!passes(error)) {
      this.#end(one, () => one.failed(error));
      return;
    }
    one.lastSeen = (error as ApiError).message;
    this.#goOn(one, Date.now() - one.since);
  }

  #goOn(one: Pending, waited: number): void {
    if (waited >= one.timeout) {
      this.#end(one, () => one.failed(new WaitTimeout(one, one.lastSeen)));
      return;
    }
    if (Date.now() - one.told < WAIT_POLICY.tellEvery) return;
    one.told = Date.now();
    tell(`cache "${one.name}" (${one.id}): ${one.lastSeen}, waiting ${one.what} for ${spoken(waited)}`);
  }

  #end(one: Pending, conclude: () => void): void {
    this.#pending.delete(one);
    conclude();
  }
}

const waiters = new WeakMap<Requester, Waiter>();

/** Waits until `arrived` says so; throws what it throws, {@link WaitTimeout}, or the refusal of a look. */
export function waitUntil(dcs: Requester, wait: Wait): Promise<void> {
  let waiter = waiters.get(dcs);
  if (!waiter) {
    waiter = new Waiter(dcs);
    waiters.set(dcs, waiter);
  }
  return waiter.until(wait);
}
