import { CallError } from "../../process/support/call-error";
import type { Props, ProviderProcess } from "../../process/support/provider-process";
import { SLOTS } from "../model/sequence";
import type { Engine, Entry, Moment, Operation, Outcome, Program } from "./engine";
import type { Processes } from "./processes";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a killed command does not do any more. */
class Dead extends Error {}

/** One run: its process, until the command that made it is killed. */
class Run {
  live = true;

  constructor(readonly process: ProviderProcess) {}

  call<T>(method: (process: ProviderProcess) => Promise<T>): Promise<T> {
    if (!this.live) throw new Dead("killed");
    return method(this.process);
  }

  /** What is heard after the end is recorded nowhere. */
  record(change: () => void): void {
    if (!this.live) throw new Dead("killed");
    change();
  }
}

type Work = (run: Run, slot: number) => Promise<Outcome>;

/** Calls the provider over gRPC in the engine's order, and keeps the state the engine keeps. */
export class LittleEngine implements Engine {
  private readonly present = new Map<number, Entry>();
  private readonly leaving = new Map<number, Entry[]>();
  private generation = 0;
  private abandoned: Promise<unknown> = Promise.resolve();

  constructor(private readonly processes: Processes) {}

  entries = (slot: number) => ({ present: this.present.get(slot), leaving: this.leaving.get(slot) ?? [] });

  settled = async (): Promise<void> => {
    await this.abandoned;
  };

  close = this.settled;

  up = (program: Program, moment?: Moment): Promise<Outcome[]> =>
    this.run((run, slot) => this.bring(run, slot, program.get(slot)), moment);

  refresh = (_: Program, moment?: Moment): Promise<Outcome[]> => this.run((run, slot) => this.look(run, slot), moment);

  async wouldChange(slot: number, declared: Props): Promise<boolean> {
    const entry = this.present.get(slot) as Entry;
    const lease = await this.processes.newerThan(0);
    try {
      const { inputs } = await lease.process.check(declared, entry.inputs);
      return (await lease.process.diff(entry.id, entry.outputs, inputs)).changes;
    } finally {
      await lease.release();
    }
  }

  private async run(work: Work, moment?: Moment): Promise<Outcome[]> {
    const lease =
      moment?.victim === "provider" ? await this.processes.own() : await this.processes.newerThan(this.generation);
    this.generation = Math.max(this.generation, lease.generation);
    const run = new Run(lease.process);
    const outcomes: Outcome[] = SLOTS.map(() => ({ failure: "killed" }));
    const all = Promise.all(
      SLOTS.map(async (slot) => {
        const outcome = await work(run, slot).catch((error) => ({ failure: messageOf(error) }));
        if (run.live) outcomes[slot] = outcome;
      }),
    ).then(() => false);
    const struck = moment?.struck.then(() => true) ?? new Promise<boolean>(() => {});
    const killed = await Promise.race([all, struck]);
    if (!killed) {
      await lease.release();
    } else if (moment?.victim === "provider") {
      lease.process.kill();
      await all;
      await lease.release();
    } else {
      run.live = false;
      this.abandoned = all.then(() => lease.release());
    }
    return outcomes;
  }

  private async bring(run: Run, slot: number, declared: Props | undefined): Promise<Outcome> {
    const entry = this.present.get(slot);
    const outcome = await this.brought(run, slot, entry, declared);
    return outcome.failure === undefined ? { ...outcome, ...(await this.cleared(run, slot)) } : outcome;
  }

  private async brought(
    run: Run,
    slot: number,
    entry: Entry | undefined,
    declared: Props | undefined,
  ): Promise<Outcome> {
    if (declared === undefined) {
      if (entry === undefined) return { operation: "same" };
      const gone = await this.removed(run, entry);
      if (gone.failure === undefined) run.record(() => this.present.delete(slot));
      return gone;
    }
    const { inputs, failures } = await run.call((process) => process.check(declared, entry?.inputs));
    if (failures.length > 0)
      return { failure: failures.map(({ property, reason }) => `${property} ${reason}`).join("\n") };
    if (entry === undefined) return this.created(run, slot, inputs, "create");
    const verdict = await run.call((process) => process.diff(entry.id, entry.outputs, inputs));
    if (verdict.replaces.length > 0) return this.replaced(run, slot, entry, declared, verdict.deleteBeforeReplace);
    if (verdict.changes || entry.unfinished) return this.updated(run, slot, entry, inputs);
    run.record(() => this.present.set(slot, { ...entry, inputs }));
    return { operation: "same" };
  }

  private async replaced(run: Run, slot: number, old: Entry, declared: Props, deleteFirst: boolean): Promise<Outcome> {
    const { inputs, failures } = await run.call((process) => process.check(declared));
    if (failures.length > 0) return { failure: failures.map(({ reason }) => reason).join("\n") };
    if (deleteFirst) {
      const gone = await this.removed(run, old);
      if (gone.failure !== undefined) return { operation: "replace", failure: gone.failure };
      run.record(() => this.present.delete(slot));
      return this.created(run, slot, inputs, "replace");
    }
    const outcome = await this.created(run, slot, inputs, "replace");
    if (this.present.get(slot) !== old) {
      run.record(() => this.leaving.set(slot, [...(this.leaving.get(slot) ?? []), old]));
    }
    return outcome;
  }

  /** Deletes what a replacement left. */
  private async cleared(run: Run, slot: number): Promise<Outcome> {
    for (const old of this.leaving.get(slot) ?? []) {
      const { failure } = await this.removed(run, old);
      if (failure !== undefined) return { failure };
      run.record(() =>
        this.leaving.set(
          slot,
          (this.leaving.get(slot) ?? []).filter((other) => other !== old),
        ),
      );
    }
    return {};
  }

  private created = (run: Run, slot: number, inputs: Props, operation: Operation): Promise<Outcome> =>
    this.carriedOut(run, slot, inputs, operation, (process) => process.create(inputs));

  private async updated(run: Run, slot: number, { id, outputs }: Entry, inputs: Props): Promise<Outcome> {
    return this.carriedOut(run, slot, inputs, "update", async (process) => ({
      id,
      outs: await process.update(id, outputs, inputs),
    }));
  }

  private async carriedOut(
    run: Run,
    slot: number,
    inputs: Props,
    operation: Operation,
    method: (process: ProviderProcess) => Promise<{ id: string; outs: Props }>,
  ): Promise<Outcome> {
    try {
      const { id, outs } = await run.call(method);
      run.record(() => this.present.set(slot, { id, inputs, outputs: outs, unfinished: false }));
      return { operation };
    } catch (error) {
      if (error instanceof CallError && error.kept !== undefined) {
        const { id, properties } = error.kept;
        run.record(() => this.present.set(slot, { id, inputs, outputs: properties, unfinished: true }));
      }
      return { operation, failure: messageOf(error) };
    }
  }

  private async removed(run: Run, { id, outputs }: Entry): Promise<Outcome> {
    try {
      await run.call((process) => process.delete(id, outputs));
      return { operation: "delete" };
    } catch (error) {
      return { operation: "delete", failure: messageOf(error) };
    }
  }

  private async look(run: Run, slot: number): Promise<Outcome> {
    const entry = this.present.get(slot);
    if (entry === undefined) return { operation: "refresh" };
    const { id, props = {}, inputs = {} } = await run.call((process) => process.read(entry.id, entry.outputs));
    run.record(() => {
      if (id === "") this.present.delete(slot);
      else this.present.set(slot, { id, inputs, outputs: props, unfinished: false });
    });
    return { operation: "refresh" };
  }
}
