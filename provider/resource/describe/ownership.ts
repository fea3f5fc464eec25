import type { Run } from "../../process/run";
import type { Values } from "./argument";

/** Distinguishes entries of the state that have the same id: the time of the take-over, or nothing if the entry created it. */
export type Entry = string | undefined;

interface Keepers {
  readonly name: string;
  readonly entries: Set<Entry>;
}

/**
 * The ids and names that resources of this run use. If two resources shared one, the first could delete what the other
 * needs. Ids are unique everywhere, and a resource may move from one service to another. Names are unique at one service.
 */
export class Ownership {
  /** Ids that this run changes, deletes or replaces. Only these may make room for a create of the run. */
  readonly changing = new Set<string>();
  readonly #names = new Map<object, Set<string>>();
  /** Name of the resource that has the id: taken in this run, or kept from an earlier one. */
  readonly #taken = new Map<string, string>();
  readonly #kept = new Map<string, Keepers>();
  readonly #adopted = new Set<string>();

  /** Runs `work` while no other create of this run may use the name. */
  async holdName<T>(service: object, noun: string, name: string, work: () => Promise<T>): Promise<T> {
    const names = this.#names.get(service) ?? new Set();
    this.#names.set(service, names);
    if (names.has(name)) {
      throw new Error(
        `two resources of this program want a ${noun} named "${name}", and one of them is being created: give each a \`name\` of its own`,
      );
    }
    names.add(name);
    try {
      return await work();
    } finally {
      names.delete(name);
    }
  }

  /** Gives the id to a resource for this run. Throws if another resource has it. */
  claim(noun: string, id: string, { name }: Values): void {
    const holder = this.#taken.get(id) ?? this.#kept.get(id)?.name;
    if (holder !== undefined) {
      throw new Error(
        `${noun} "${holder}" (${id}) belongs to another resource of this program: give each resource one of its own`,
      );
    }
    this.#taken.set(id, String(name));
  }

  /** Frees an id that could not be taken over. */
  release(id: string): void {
    this.#taken.delete(id);
  }

  /** Remembers that an entry of the state keeps the id in this run. */
  keep(id: string, { name }: Values, entry: Entry): void {
    const entries = this.#kept.get(id)?.entries ?? new Set<Entry>();
    this.#kept.set(id, { name: String(name), entries: entries.add(entry) });
  }

  /** Remembers that a resource of this run took the id over. */
  noteAdopted(id: string): void {
    this.#adopted.add(id);
  }

  /** True when it belongs to another entry of the state, e.g. of a resource that was renamed. */
  isElsewhere(id: string, entry: Entry): boolean {
    const entries = this.#kept.get(id)?.entries ?? new Set<Entry>();
    return this.#adopted.has(id) || [...entries].some((other) => other !== entry);
  }

  /** True when a resource of this run took it over. */
  isAdopted(id: string): boolean {
    return this.#adopted.has(id);
  }
}

export const ownershipOf = (run: Run): Ownership => run.shared(run, Ownership, () => new Ownership());
