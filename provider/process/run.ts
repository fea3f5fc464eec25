import { log } from "./log";
import type { StackConfig } from "./stack-config";

/**
 * What one run of Pulumi knows. A provider process makes one when it is configured and hands it down, so that two runs
 * in one process share nothing.
 */
export class Run {
  /** Ids that a refresh has read. */
  readonly read = new Set<string>();
  /** True once the program has run: refresh and destroy do not run it. */
  programRan = false;

  readonly #logged = new Set<string>();
  readonly #attached = new Map<object, object>();
  readonly #shared = new Map<object, Map<unknown, unknown>>();

  constructor(readonly config: StackConfig) {}

  /** Shows a line to the user, the same line once in a run. */
  logOnce(line: string): void {
    if (this.#logged.has(line)) return;
    this.#logged.add(line);
    log(line);
  }

  /** The one object of its kind for `owner` in this run, e.g. one waiter for each project. Made when first needed. */
  shared<T>(owner: object, kind: new (...args: never[]) => T, make: () => T): T {
    const kept = this.#shared.get(owner) ?? new Map<unknown, unknown>();
    this.#shared.set(owner, kept);
    if (!kept.has(kind)) kept.set(kind, make());
    return kept.get(kind) as T;
  }

  /** The client together with the run; always the same object for the same client. */
  attach<T extends object>(client: T): T & { readonly run: Run } {
    const known = this.#attached.get(client) ?? { ...client, run: this };
    this.#attached.set(client, known);
    return known as T & { readonly run: Run };
  }
}
