import type { InstanceRecord, Status } from "../records/instance-record";

/** A state, and since when by the true time, in milliseconds since the epoch. */
export interface Turn {
  readonly status: Status;
  readonly at: number;
}

/** One instance and its states; its record is kept when it is gone. */
export interface Life {
  readonly record: Readonly<Omit<InstanceRecord, "password">>;
  /** The oldest first; never empty. */
  readonly turns: readonly Turn[];
  readonly goneAt: number | undefined;
}

/** One change of a state; `status` is absent when the instance went away. */
export interface Change {
  readonly number: number;
  readonly name: string;
  readonly status: Status | undefined;
}

type OpenLife = { -readonly [K in keyof Life]: Life[K] } & { turns: Turn[] };

const turnsKept = 100;
const goneKept = 50;
const changesKept = 100;

/** The states that instances went through, for people to look at; the service does not ask for them. */
export class History {
  private readonly living = new Map<string, OpenLife>();
  private gone: OpenLife[] = [];
  private changes: Change[] = [];
  private counted = 0;

  /** Notes the state of an instance if it is another one than before. */
  note(record: InstanceRecord): void {
    const turn = { status: record.status, at: Date.now() };
    const life = this.living.get(record.id);
    if (life === undefined) this.living.set(record.id, { record, turns: [turn], goneAt: undefined });
    else if (life.turns.at(-1)?.status === record.status) return;
    else life.turns = [...life.turns, turn].slice(-turnsKept);
    this.changed(record.name, record.status);
  }

  end(id: string): void {
    const life = this.living.get(id);
    if (life === undefined) return;
    this.living.delete(id);
    life.goneAt = Date.now();
    this.gone = [...this.gone, life].slice(-goneKept);
    this.changed(life.record.name, undefined);
  }

  /** Every instance there is, and the last ones that went away; the newest first. */
  lives(): readonly Life[] {
    const began = ({ turns }: Life) => turns[0]?.at ?? 0;
    return [...this.gone, ...this.living.values()].reverse().sort((one, other) => began(other) - began(one));
  }

  /** The changes after the one with this number. */
  since(number: number): readonly Change[] {
    return this.changes.filter((change) => change.number > number);
  }

  /** Number of the last change; 0 before the first. */
  get last(): number {
    return this.counted;
  }

  private changed(name: string, status: Status | undefined): void {
    this.counted += 1;
    this.changes = [...this.changes, { number: this.counted, name, status }].slice(-changesKept);
  }
}
