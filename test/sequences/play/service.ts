import type { Emulator, InstanceSnapshot } from "../../../emulator";
import { nameOf, type Place } from "../model/declaration";
import { SLOTS } from "../model/sequence";
import { Violation } from "../violation";

/** What the service has and was asked for, as far as it belongs to one sequence. */
export class Service {
  private readonly slotById = new Map<string, number>();

  constructor(
    private readonly dcs: Emulator,
    private readonly place: Place,
  ) {}

  instances = (): InstanceSnapshot[] =>
    this.dcs.instances().filter(({ projectId }) => projectId === this.place.projectId);

  /** Those that the program ordered. */
  ours = (): InstanceSnapshot[] => this.instances().filter(({ owner }) => owner === "caller");

  served = (id: string): InstanceSnapshot | undefined => this.instances().find((instance) => instance.id === id);

  /** Whose instance it is. The name tells only at first: it may be changed from outside. */
  slotOf({ id, name }: InstanceSnapshot): number {
    const known = this.slotById.get(id);
    if (known !== undefined) return known;
    const slot = SLOTS.find((candidate) => [0, 1].some((at) => nameOf(this.place, candidate, at) === name));
    if (slot === undefined) throw new Violation(`an instance of a strange name: ${name}`);
    this.slotById.set(id, slot);
    return slot;
  }

  /** How many calls there were; a mark for those that follow. */
  callsSoFar = (): number => this.dcs.journal.length;

  calls(since: number) {
    return this.dcs.journal.slice(since).filter(({ path }) => path.includes(this.place.projectId));
  }

  /** Calls that change something, by method and path. */
  modifying(since: number): string[] {
    return this.calls(since)
      .filter(({ method }) => method !== "GET")
      .map(({ method, path }) => `${method} ${path}`);
  }
}

/** An instance in words. */
export const shown = ({ id, name, status, errorCode }: InstanceSnapshot): string =>
  `${id} "${name}" ${status}${errorCode === null ? "" : ` (${errorCode})`}`;
