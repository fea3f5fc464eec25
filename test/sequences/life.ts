import { isDeepStrictEqual } from "node:util";
import type { Emulator, InstanceSnapshot } from "../../emulator";
import type { FaultHandle } from "../../emulator/faults/fault";
import { CALLS, CALM, type Circumstances, isCalm, planOf } from "./circumstances";
import { argumentsOf, type Declaration, FIRST, nameOf, type Place } from "./declaration";
import type { Engine, Entry, Moment, Outcome, Program } from "./engine";
import { CHANGED, TOUCHES } from "./outside";
import { type Sequence, SLOTS, type Step } from "./sequence";
import { differences, differing, servedView, viewOf } from "./views";

/** Something is not as it must be. */
export class Violation extends Error {}

/** Where a sequence is played. */
export interface Stage {
  readonly dcs: Emulator;
  readonly place: Place;
  readonly engine: Engine;
  /** Hears everything a user was told. */
  readonly heard: (text: string) => void;
}

/** What should be true of one resource of the program. */
interface Slot {
  declared?: Declaration;
  /** Fields changed behind Pulumi's back since it looked last. */
  unseen: Set<string>;
  /** Such fields that it has seen, and must repair. */
  seen: Set<string>;
  /** Removed behind Pulumi's back. */
  vanished: boolean;
  /** An instance made by a run that could not keep its id. */
  lost?: string;
}

/** The time a killed run's request stays on the wire, and the longest a list may lag. Milliseconds. */
const ON_THE_WIRE = 400;
const LAG = 1_600;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

const shown = ({ id, name, status, errorCode }: InstanceSnapshot): string =>
  `${id} "${name}" ${status}${errorCode === null ? "" : ` (${errorCode})`}`;

/** Plays a sequence, and compares program, state and service with what should be after every step. */
export class Life {
  private readonly slots: Slot[] = SLOTS.map(() => ({ unseen: new Set(), seen: new Set(), vanished: false }));
  /** As text, by id: what it was when it came. */
  private readonly strangers = new Map<string, string>();
  private readonly slotOf = new Map<string, number>();
  private readonly story: string[] = [];
  private quietFrom = 0;

  constructor(private readonly stage: Stage) {}

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
    const model = this.slot(slot);
    if (model.lost === undefined) model.declared = change(model.declared);
  }

  private async end(): Promise<void> {
    const { dcs, engine } = this.stage;
    this.story.push("end");
    await engine.settled();
    for (const id of this.strangers.keys()) await dcs.remove(id);
    this.strangers.clear();
    // Somebody mends what does not serve.
    for (const { id, status } of this.ours()) if (status === "ERROR") dcs.tamper(id, { status: "RUNNING" });
    if (this.slots.some(({ unseen, vanished }) => vanished || unseen.size > 0)) await this.refresh(CALM);
    await this.up({ ...CALM, onNameConflict: "adopt" });
    await this.up(CALM);
    for (const slot of SLOTS) this.slot(slot).declared = undefined;
    await this.up(CALM);
    await pause(50);
    const left = this.instances();
    if (left.length > 0) throw new Violation(`after the end the service still has ${left.map(shown).join(", ")}`);
  }

  private async up(under: Circumstances): Promise<void> {
    const program = this.program(under);
    const before = this.snapshot();
    const outcomes = await this.run(under, (moment) => this.stage.engine.up(program, moment));
    this.judge(outcomes, under, before.calls);
    for (const slot of SLOTS) {
      const outcome = outcomes[slot] as Outcome;
      if (outcome.failure === undefined) await this.judgeSuccess(slot, outcome, program.get(slot), under);
      else if (isCalm(under)) this.judgeFailure(slot, outcome.failure, before.entries[slot]);
    }
    if (isCalm(under) && outcomes.every(({ operation, failure }) => operation === "same" && failure === undefined)) {
      const made = this.modifying(before.calls);
      if (made.length > 0) throw new Violation(`an up without changes called ${made.join(", ")}`);
    }
  }

  private async refresh(under: Circumstances): Promise<void> {
    const before = this.snapshot();
    const outcomes = await this.run(under, (moment) => this.stage.engine.refresh(this.program(under), moment));
    this.judge(outcomes, under, before.calls);
    for (const slot of SLOTS) {
      const { failure } = outcomes[slot] as Outcome;
      if (failure !== undefined) {
        if (isCalm(under)) throw new Violation(`refresh failed: ${failure}`);
        continue;
      }
      this.judgeRefreshed(slot, before.entries[slot], under);
    }
    const made = this.modifying(before.calls);
    if (made.length > 0) throw new Violation(`refresh called ${made.join(", ")}`);
  }

  /** One run of the engine under its circumstances. */
  private async run(under: Circumstances, work: (moment?: Moment) => Promise<Outcome[]>): Promise<Outcome[]> {
    const { dcs, place, engine } = this.stage;
    await this.untilQuiet();
    const planned: FaultHandle[] = [];
    const { kill } = under;
    let over = false;
    let moment: Moment | undefined;
    if (kill) {
      const on = { ...CALLS[kill.during], project: place.projectId };
      const handle = dcs.fault({ on, with: { kind: "slow", ms: ON_THE_WIRE, work: kill.work } });
      planned.push(handle);
      const struck = (async () => {
        while (handle.hits === 0) {
          await pause(10);
          if (over) return new Promise<void>(() => {});
        }
        await pause(30);
      })();
      moment = { victim: kill.victim, struck };
    }
    planned.push(...under.troubles.map((trouble) => dcs.fault(planOf(trouble, place.projectId))));
    const outcomes = await work(moment);
    over = true;
    this.quietFrom = Date.now() + (under.troubles.some((trouble) => "course" in trouble) ? LAG : 0);
    if (kill && planned[0]?.hits) {
      this.story.push(`  killed: ${kill.victim}`);
      // The next command is typed by a person; until then what was on its way has arrived.
      await Promise.all([engine.settled(), pause(2 * ON_THE_WIRE)]);
    }
    for (const handle of planned) handle.clear();
    for (const { operation = "?", failure } of outcomes) {
      this.story.push(`  ${operation}${failure === undefined ? "" : `: ${failure}`}`);
      if (failure !== undefined) this.stage.heard(failure);
    }
    return outcomes;
  }

  private async untilQuiet(): Promise<void> {
    await pause(Math.max(0, this.quietFrom - Date.now()));
  }

  private program({ onNameConflict }: Circumstances): Program {
    const declared = SLOTS.flatMap((slot) => {
      const wanted = this.slot(slot).declared;
      return wanted === undefined
        ? []
        : [[slot, { ...argumentsOf(this.stage.place, slot, wanted), onNameConflict }] as const];
    });
    return new Map(declared);
  }

  private snapshot() {
    return {
      calls: this.stage.dcs.journal.length,
      entries: SLOTS.map((slot) => this.stage.engine.entries(slot).present),
    };
  }

  /** What holds after every run, however it ended. */
  private judge(outcomes: readonly Outcome[], under: Circumstances, since: number): void {
    this.judgeStrangers();
    for (const instance of this.ours()) this.learn(instance);
    for (const slot of SLOTS) {
      const model = this.slot(slot);
      const { present, leaving } = this.stage.engine.entries(slot);
      const known = new Set([present, ...leaving].map((entry) => entry?.id));
      const living = this.ours().filter(({ id, status }) => this.slotOf.get(id) === slot && status !== "DELETING");
      const unknown = living.filter(({ id }) => !known.has(id));
      const { failure } = outcomes[slot] as Outcome;
      const [lost, another] = unknown;
      if (another) throw new Violation(`two instances are in no state: ${unknown.map(shown).join(", ")}`);
      if (lost && model.lost !== lost.id) {
        const explained = failure !== undefined && (under.kill !== undefined || /not known whether/.test(failure));
        if (!explained) throw new Violation(`an instance is in no state: ${shown(lost)}, told was: ${failure}`);
        const wanted = model.declared && nameOf(this.stage.place, slot, model.declared.name);
        if (lost.name !== wanted) throw new Violation(`${shown(lost)} cannot be found by the name ${wanted}`);
      }
      if (living.length > 1 + leaving.length) throw new Violation(`duplicates: ${living.map(shown).join(", ")}`);
      model.lost = lost?.id;
      // A delete that was cut off has its way.
      const gone = present !== undefined && living.every(({ id }) => id !== present.id);
      if (gone && failure !== undefined) model.vanished = true;
      // So has an update: what it changed shows at the next refresh.
      const served = present && this.served(present.id);
      if (present && served && failure !== undefined) {
        for (const field of differing(viewOf(present.outputs), servedView(served))) model.unseen.add(field);
      }
    }
    const orders = new Map<string, number>();
    for (const { method, path, body, done, query: _ } of this.calls(since)) {
      if (method !== "POST" || !CALLS.order.path.test(path) || !done) continue;
      const name = String((body as { name?: unknown }).name);
      orders.set(name, (orders.get(name) ?? 0) + 1);
    }
    for (const [name, count] of orders)
      if (count > 1) throw new Violation(`"${name}" was ordered ${count} times in one run`);
  }

  private async judgeSuccess(
    slot: number,
    { operation }: Outcome,
    declared: Program extends ReadonlyMap<number, infer P> ? P | undefined : never,
    under: Circumstances,
  ): Promise<void> {
    const model = this.slot(slot);
    const { present: entry, leaving } = this.stage.engine.entries(slot);
    if (declared === undefined) {
      const left = this.ours().filter(({ id }) => this.slotOf.get(id) === slot && id !== model.lost);
      if (entry !== undefined || leaving.length > 0) throw new Violation(`the state still has ${entry?.id}`);
      if (left.length > 0) throw new Violation(`deleted, but the service still has ${left.map(shown).join(", ")}`);
      Object.assign(model, { unseen: new Set(), seen: new Set(), vanished: false });
      return;
    }
    if (entry === undefined || entry.unfinished)
      throw new Violation("the up succeeded, but the state has no finished cache");
    const served = this.served(entry.id);
    if (operation !== "same") model.vanished = false;
    if (served === undefined) {
      if (model.vanished) return;
      throw new Violation(`the service does not have ${entry.id}`);
    }
    const fresh = operation === "create" || operation === "replace";
    if (fresh) model.unseen.clear();
    const astray = new Set(model.unseen);
    const wanted = differences(viewOf(declared), servedView(served), astray);
    if (wanted.length > 0) throw new Violation(`declared against served: ${wanted.join("; ")}`);
    model.seen.clear();
    this.judgeState(entry, served, operation === "same" ? astray : new Set(), declared.password);
    if (operation === "update") {
      model.seen = model.unseen;
      model.unseen = new Set();
    }
    if (operation === "same" || astray.size > 0 || !isCalm(under)) return;
    if (await this.stage.engine.wouldChange(slot, declared))
      throw new Violation(`after ${operation} another up would change it`);
  }

  private judgeState(entry: Entry, served: InstanceSnapshot, but: ReadonlySet<string>, password: unknown): void {
    const kept = differences(viewOf(entry.outputs), servedView(served), but);
    if (kept.length > 0) throw new Violation(`state against served: ${kept.join("; ")}`);
    // Under the engine it is a cipher.
    const { password: stored } = entry.outputs;
    if (typeof stored !== "object" && stored !== password)
      throw new Violation("the state has another password than declared");
    const { status } = entry.outputs;
    // Busy for a moment at this very moment is possible; for good is not.
    if (status !== "RUNNING" && served.status === "RUNNING")
      throw new Violation(`the state says ${status}, the cache serves`);
  }

  private judgeFailure(slot: number, failure: string, before: Entry | undefined): void {
    const { declared, lost, vanished, unseen } = this.slot(slot);
    const name = declared && nameOf(this.stage.place, slot, declared.name);
    const inTheWay = [...this.strangers.keys()].filter((id) => this.served(id)?.name === name);
    if (lost !== undefined) inTheWay.push(lost);
    const { present } = this.stage.engine.entries(slot);
    const blocked = inTheWay.length > 0 && (present === undefined || before === undefined);
    if (blocked) {
      if (!inTheWay.some((id) => failure.includes(id)))
        throw new Violation(`the conflict does not name ${inTheWay}: ${failure}`);
      return;
    }
    if (vanished && /pulumi refresh/.test(failure)) return;
    if (unseen.has("capacity")) return;
    const served = present && this.served(present.id);
    if (served?.status === "ERROR" || served?.status === "CREATEFAILED") return;
    throw new Violation(`failed without a cause: ${failure}`);
  }

  private judgeRefreshed(slot: number, before: Entry | undefined, under: Circumstances): void {
    const model = this.slot(slot);
    const { present: entry } = this.stage.engine.entries(slot);
    const served = before && this.served(before.id);
    if (before !== undefined && served === undefined && entry !== undefined)
      throw new Violation("refresh kept what is gone");
    if (served !== undefined && entry === undefined) {
      if (served.status === "DELETING") return;
      // A list or a read that lags may hide an instance that is there; nothing else may.
      throw new Violation(`refresh dropped ${shown(served)}`);
    }
    if (entry !== undefined && served !== undefined) {
      this.judgeState(entry, served, new Set(), before?.outputs.password);
      const untouched = model.unseen.size === 0 && isCalm(under) && before?.unfinished === false;
      if (untouched && before?.outputs.status === served.status && !isDeepStrictEqual(before?.outputs, entry.outputs)) {
        throw new Violation("refresh changed an untouched cache");
      }
    }
    for (const field of model.unseen) model.seen.add(field);
    model.unseen.clear();
    model.vanished = false;
  }

  private judgeStrangers(): void {
    for (const [id, before] of this.strangers) {
      const now = JSON.stringify(this.served(id));
      if (now !== before) throw new Violation(`a stranger was touched: ${before} became ${now}`);
    }
  }

  private drift(slot: number, what: keyof typeof CHANGED): void {
    const { present } = this.stage.engine.entries(slot);
    const served = present && this.served(present.id);
    const change = served && CHANGED[what](served, this.stage.dcs);
    if (!served || !change) return;
    this.stage.dcs.tamper(served.id, change);
    const field = TOUCHES[what];
    if (field !== undefined) this.slot(slot).unseen.add(field);
  }

  private async vanish(slot: number): Promise<void> {
    const { present } = this.stage.engine.entries(slot);
    if (present === undefined || this.served(present.id) === undefined) return;
    await this.stage.dcs.remove(present.id);
    this.slot(slot).vanished = true;
  }

  private async stranger(slot: number, name: number): Promise<void> {
    const { dcs, place } = this.stage;
    const stranger = await dcs.foreign({ name: nameOf(place, slot, name) }, place.projectId);
    this.strangers.set(stranger.id, JSON.stringify(this.served(stranger.id)));
  }

  /** Remembers whose an instance is as long as its name tells. */
  private learn({ id, name }: InstanceSnapshot): void {
    if (this.slotOf.has(id)) return;
    const slot = SLOTS.find((candidate) => [0, 1].some((at) => nameOf(this.stage.place, candidate, at) === name));
    if (slot === undefined) throw new Violation(`an instance of a strange name: ${name}`);
    this.slotOf.set(id, slot);
  }

  private slot = (at: number): Slot => this.slots[at] as Slot;
  private instances = () =>
    this.stage.dcs.instances().filter(({ projectId }) => projectId === this.stage.place.projectId);
  private ours = () => this.instances().filter(({ owner }) => owner === "caller");
  private served = (id: string) => this.instances().find((instance) => instance.id === id);

  private calls(since: number) {
    return this.stage.dcs.journal.slice(since).filter(({ path }) => path.includes(this.stage.place.projectId));
  }

  private modifying(since: number): string[] {
    return this.calls(since)
      .filter(({ method }) => method !== "GET")
      .map(({ method, path }) => `${method} ${path}`);
  }
}
