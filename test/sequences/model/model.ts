import type { InstanceSnapshot } from "../../../emulator";
import type { Props } from "../../process/support/provider-process";
import type { Declaration } from "./declaration";
import { Expectation } from "./expectation";
import { SLOTS } from "./sequence";

/** What should be true of one resource of the program. */
export interface Slot {
  declared?: Declaration;
  /** Fields in which the service has something else than Pulumi saw last. */
  unseen: Set<string>;
  /** Removed behind Pulumi's back. */
  vanished: boolean;
  /** An instance made by a run that could not keep its id. */
  lost?: string;
}

/** What should be true of the whole program. */
export class Model {
  private readonly slots: readonly Slot[] = SLOTS.map(() => ({ unseen: new Set(), vanished: false }));
  private readonly expectations = new Map<string, Expectation>();
  /** As text, by id: what an instance of somebody else was when it came. */
  readonly strangers = new Map<string, string>();

  slot = (at: number): Slot => this.slots[at] as Slot;

  /** @param declared The program of the present run, which has ordered the instance if it is new. */
  expectation({ id }: Pick<InstanceSnapshot, "id">, declared: Props = {}): Expectation {
    const known = this.expectations.get(id) ?? new Expectation(declared);
    this.expectations.set(id, known);
    return known;
  }

  /** Nothing is declared, nothing is there. */
  emptied(at: number): void {
    Object.assign(this.slot(at), { unseen: new Set(), vanished: false });
  }

  someHidden = (): boolean => this.slots.some(({ unseen, vanished }) => vanished || unseen.size > 0);
}
