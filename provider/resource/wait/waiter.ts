import { ApiError, isTransient } from "../../http/errors/api-error";
import { onInterruption } from "../../http/retry/interruption";
import { log, type Say, sayer } from "../../process/log";
import type { Run } from "../../process/run";
import type { Calls } from "../describe/resource-type";
import type { Seen, Sighting, Wait } from "../describe/wait";
import { formatDuration } from "./duration";
import { getStatus } from "./get-status";
import { nextInterval, WAIT_POLICY } from "./wait-policy";
import { progressOf, type Shown, WaitTimeout } from "./wait-timeout";

interface Pending extends Wait {
  readonly since: number;
  /** When to look next. */
  due: number;
  /** Consecutive looks that were refused. */
  refusals: number;
  shown: Shown;
  loggedAt: number;
  /** The loop serves all waits, and each shows its lines to its own caller. */
  readonly say: Say;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
  /** Stops listening for the end of the run. */
  forget?: () => void;
}

const deadlineOf = ({ since, timeout }: Pending): number => since + timeout;

/** One waiter per service and run. A look at many waiting resources costs one call. */
class Waiter<C, L> {
  readonly #pending = new Set<Pending>();
  #running = false;
  /** Whether the last look found a resource ready. */
  #arrival = false;
  #wake: () => void = () => {};

  constructor(
    private readonly calls: Calls<C, L>,
    private readonly service: C,
  ) {}

  until(wait: Wait): Promise<void> {
    return new Promise((done, failed) => {
      const since = Date.now();
      const due = since + nextInterval(0, wait.what, this.#pending.size + 1);
      const say = sayer();
      const one: Pending = { ...wait, since, due, refusals: 0, shown: {}, loggedAt: since, say, done, failed };
      this.#pending.add(one);
      one.forget = onInterruption((reason) => {
        this.#end(one, () => failed(reason));
        this.#wake();
      });
      if (this.#running) this.#wake();
      else void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#pending.size > 0) {
      await this.#untilDue();
      this.#arrival = false;
      await this.#lookAtAll();
      const now = Date.now();
      for (const one of this.#pending) {
        one.due = Math.max(one.due, now + nextInterval(now - one.since, one.what, this.#pending.size, this.#arrival));
      }
    }
    this.#running = false;
  }

  /** Sleeps until the next look is due. A wait that joins meanwhile may need it sooner. */
  async #untilDue(): Promise<void> {
    while (this.#pending.size > 0) {
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
    let listed: Map<string, Sighting> | undefined;
    try {
      if (all.length > 1 && this.calls.list) {
        const deadline = Math.max(...all.map(deadlineOf));
        const entries = await this.calls.list(this.service, { deadline });
        listed = new Map(entries.map((entry) => [entry.id, entry]));
      }
    } catch (error) {
      for (const one of all) this.#lookFailed(one, error);
      return;
    }
    await Promise.all(
      all.map(async (one) => {
        try {
          // A resource that the list leaves out may be new or gone. Only reading it shows which.
          const deadline = deadlineOf(one);
          this.#judge(one, listed?.get(one.id) ?? (await getStatus(this.calls, this.service, one.id, { deadline })));
        } catch (error) {
          this.#lookFailed(one, error);
        }
      }),
    );
  }

  #judge(one: Pending, seen: Seen): void {
    const waited = Date.now() - one.since;
    one.shown = { latest: { status: seen?.status, progress: seen?.progress } };
    one.refusals = 0;
    if (one.arrived(seen, waited)) {
      this.#arrival = true;
      this.#end(one, one.done);
    } else this.#goOn(one, waited);
  }

  #lookFailed(one: Pending, error: unknown): void {
    // A transient failure says nothing about the resource. A look that is refused several times will not succeed later.
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
    if (Date.now() - one.loggedAt < WAIT_POLICY.logEvery) return;
    one.loggedAt = Date.now();
    log(progressOf(one, formatDuration(waited), one.shown), one.say);
  }

  #end(one: Pending, conclude: () => void): void {
    this.#pending.delete(one);
    one.forget?.();
    conclude();
  }
}

/** Waits until `arrived` returns true. Throws what `arrived` throws, {@link WaitTimeout}, or the refusal of a look. */
export const waitUntil = <C extends object, L>(run: Run, calls: Calls<C, L>, service: C, wait: Wait): Promise<void> =>
  run.shared(service, Waiter, () => new Waiter(calls, service)).until(wait);
