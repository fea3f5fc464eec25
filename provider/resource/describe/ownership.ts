import type { Run } from "../../process/run";
import type { Values } from "./argument";

/** What each resource of this run holds at one service. If two held the same, each could delete it for the other. */
export class Ownership {
  /** Ids that this run changes, deletes or replaces. Only these may make room for a create of the run. */
  readonly changing = new Set<string>();
  readonly #names = new Set<string>();
  /** Name of the holder by id, for what a resource takes in this run, and for what a resource keeps. */
  readonly #taken = new Map<string, string>();
  readonly #kept = new Map<string, string>();
  readonly #adopted = new Set<string>();

  /** Runs `work` while no other create of this run may use the name. */
  async holdName<T>(noun: string, name: string, work: () => Promise<T>): Promise<T> {
    if (this.#names.has(name)) {
      throw new Error(
        `two resources of this program want a ${noun} named "${name}", and one of them is being created: give each a \`name\` of its own`,
      );
    }
    this.#names.add(name);
    try {
      return await work();
    } finally {
      this.#names.delete(name);
    }
  }

  /** Gives the id to a resource for this run. Throws if another resource has it. */
  claim(noun: string, id: string, { name }: Values): void {
    const holder = this.#taken.get(id) ?? this.#kept.get(id);
    if (holder !== undefined) {
      throw new Error(
        `instance ${id} is the ${noun} "${holder}" of another resource of this program: give each resource a \`name\` and an \`adoptInstanceId\` of its own`,
      );
    }
    this.#taken.set(id, String(name));
  }

  /** Frees an id that could not be taken over. */
  release(id: string): void {
    this.#taken.delete(id);
  }

  /** Remembers that a resource keeps the id in this run. */
  keep(id: string, { name }: Values): void {
    this.#kept.set(id, String(name));
  }

  /** Remembers that a resource of this run took the id over. */
  noteAdopted(id: string): void {
    this.#adopted.add(id);
  }

  /** True if another resource has taken the id over in this run, e.g. one that was renamed. */
  isAdopted(id: string): boolean {
    return this.#adopted.has(id);
  }
}

export const ownershipOf = (run: Run, service: object): Ownership =>
  run.shared(service, Ownership, () => new Ownership());
