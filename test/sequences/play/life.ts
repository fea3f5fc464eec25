import type { Props } from "../../process/support/provider-process";
import type { Moment, Outcome, Program } from "../engines/engine";
import { judgeRefresh } from "../judge/refresh";
import { judgeUp } from "../judge/up";
import { CALM, type Circumstances } from "../model/circumstances";
import { argumentsOf, type Declaration, FIRST, nameOf } from "../model/declaration";
import { Model } from "../model/model";
import { CHANGED, TOUCHES } from "../model/outside";
import { type Sequence, SLOTS, type Step } from "../model/sequence";
import { Violation } from "../violation";
import { runUnder, type Stage } from "./run";
import { lookAround, type Played, type Scene } from "./scene";
import { Service, shown } from "./service";

/** The longest a list may lag, in milliseconds. */
const LAG = 1_600;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** What to declare of a cache of 3.0 that was extended from outside: by slot, each of the two ways that a refusal names. */
const WAYS_ON: ReadonlyArray<(capacity: number) => Props> = [
  (capacity) => ({ capacity }),
  () => ({ replaceOnDrift: true }),
];

/** Plays a sequence, and has program, state and service judged after every step. */
export class Life {
  private readonly model = new Model();
  private readonly service: Service;
  private readonly scene: Scene;
  /** By slot, what the program declares beside what the sequence chose. */
  private readonly more: Props[] = SLOTS.map(() => ({}));
  private readonly story: string[] = [];
  private quietFrom = 0;

  constructor(private readonly stage: Stage) {
    const { dcs, place, engine } = stage;
    this.service = new Service(dcs, place);
    this.scene = { place, engine, service: this.service, model: this.model };
  }

  async play(sequence: Sequence): Promise<void> {
    try {
      for (const step of sequence) await this.take(step);
      await this.end();
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      throw new Violation(`${error.message}\n${this.story.map((line) => `    ${line}`).join("\n")}`);
    }
  }

  private async take(step: Step): Promise<void> {
    this.story.push(JSON.stringify(step));
    switch (step.do) {
      case "declare":
        this.edit(step.slot, (declared) => ({ ...(declared ?? FIRST), ...step.edit }));
        return this.up(step.under);
      case "withdraw":
        this.edit(step.slot, () => undefined);
        return this.up(step.under);
      case "up":
        return this.up(step.under);
      case "refresh":
        return this.refresh(step.under);
      case "drift":
        return this.drift(step.slot, step.what);
      case "vanish":
        return this.vanish(step.slot);
      case "stranger":
        return this.stranger(step.slot, step.name);
    }
  }

  // As long as an instance is lost, the one thing to do is to find it again: the guide says so, too.
  private edit(slot: number, change: (declared: Declaration | undefined) => Declaration | undefined): void {
    const model = this.model.slot(slot);
    if (model.lost === undefined) model.declared = change(model.declared);
  }

  private async end(): Promise<void> {
    const { dcs, engine } = this.stage;
    this.story.push("end");
    await engine.settled();
    for (const id of this.model.strangers.keys()) await dcs.remove(id);
    this.model.strangers.clear();
    // Somebody mends what does not serve.
    for (const { id, status } of this.service.ours()) if (status === "ERROR") dcs.tamper(id, { status: "RUNNING" });
    if (this.model.someHidden()) await this.refresh(CALM);
    for (const slot of SLOTS) this.decideOnCapacity(slot);
    await this.up({ ...CALM, onNameConflict: "adopt" });
    await this.up(CALM);
    for (const slot of SLOTS) this.model.slot(slot).declared = undefined;
    await this.up(CALM);
    await pause(50);
    const left = this.service.instances();
    if (left.length > 0) throw new Violation(`after the end the service still has ${left.map(shown).join(", ")}`);
  }

  /** Somebody decides what becomes of a cache that is larger than declared: no `up` succeeds before. */
  private decideOnCapacity(slot: number): void {
    const { declared } = this.model.slot(slot);
    const served = this.served(slot);
    if (!declared || !served) return;
    const { engineVersion, capacity } = this.argumentsOf(slot, declared);
    if (engineVersion !== "3.0" || served.capacity <= Number(capacity)) return;
    this.more[slot] = WAYS_ON[slot]?.(served.capacity) ?? {};
  }

  private async up(under: Circumstances): Promise<void> {
    await judgeUp(this.scene, await this.run(under, (...run) => this.stage.engine.up(...run)));
  }

  private async refresh(under: Circumstances): Promise<void> {
    judgeRefresh(this.scene, await this.run(under, (...run) => this.stage.engine.refresh(...run)));
  }

  /** One run of the engine under its circumstances. */
  private async run(
    under: Circumstances,
    work: (program: Program, moment?: Moment) => Promise<Outcome[]>,
  ): Promise<Played> {
    await pause(Math.max(0, this.quietFrom - Date.now()));
    const program = this.program(under);
    const before = lookAround(this.scene);
    const { outcomes, killed } = await runUnder(under, this.stage, (moment) => work(program, moment));
    this.quietFrom = Date.now() + (under.troubles.some((trouble) => "course" in trouble) ? LAG : 0);
    if (killed) this.story.push(`  killed: ${under.kill?.victim}`);
    for (const { operation = "?", failure } of outcomes) {
      this.story.push(`  ${operation}${failure === undefined ? "" : `: ${failure}`}`);
      if (failure !== undefined) this.stage.heard(failure);
    }
    return { program, under, before, outcomes };
  }

  private program({ onNameConflict }: Circumstances): Program {
    const declared = SLOTS.flatMap((slot) => {
      const wanted = this.model.slot(slot).declared;
      return wanted === undefined ? [] : [[slot, { ...this.argumentsOf(slot, wanted), onNameConflict }] as const];
    });
    return new Map(declared);
  }

  private argumentsOf = (slot: number, wanted: Declaration): Props => ({
    ...argumentsOf(this.stage.place, slot, wanted),
    ...this.more[slot],
  });

  /** What the service has of the cache in the state. */
  private served(slot: number) {
    const { present } = this.stage.engine.entries(slot);
    return present && this.service.served(present.id);
  }

  private drift(slot: number, what: keyof typeof CHANGED): void {
    const served = this.served(slot);
    const change = served && CHANGED[what](served, this.stage.dcs);
    if (!served || !change) return;
    this.stage.dcs.tamper(served.id, change);
    const field = TOUCHES[what];
    if (field === undefined) return;
    this.model.slot(slot).unseen.add(field);
    const now = this.service.served(served.id);
    if (now) this.model.expectation(now).changedOutside(field, now);
  }

  private async vanish(slot: number): Promise<void> {
    const served = this.served(slot);
    if (served === undefined) return;
    await this.stage.dcs.remove(served.id);
    this.model.slot(slot).vanished = true;
  }

  private async stranger(slot: number, name: number): Promise<void> {
    const { dcs, place } = this.stage;
    const stranger = await dcs.foreign({ name: nameOf(place, slot, name) }, place.projectId);
    this.model.strangers.set(stranger.id, JSON.stringify(this.service.served(stranger.id)));
  }
}
