import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { EngineEvent, PulumiFn } from "@pulumi/pulumi/automation";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { EngineStack } from "../../engine/support/stack";
import type { Props } from "../../process/support/provider-process";
import { SLOTS } from "../model/sequence";
import type { Engine, Entry, Moment, Operation, Outcome, Program } from "./engine";

const nameOf = (slot: number): string => `s${slot}`;
const ofSlot = (slot: number, urn: string | undefined): boolean => urn?.endsWith(`::${nameOf(slot)}`) === true;

/** What the engine calls a step, and what it is here. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  same: "same",
  create: "create",
  update: "update",
  delete: "delete",
  "create-replacement": "replace",
};

const program =
  (declared: Program): PulumiFn =>
  async () => {
    for (const [slot, { customTimeouts, ...args }] of declared) {
      const options = { customTimeouts } as CustomResourceOptions;
      new DcsInstance(nameOf(slot), args as unknown as DcsInstanceArgs, options);
    }
  };

interface Resource {
  readonly urn: string;
  readonly id?: string;
  readonly inputs?: Props;
  readonly outputs?: Props;
  readonly delete?: boolean;
  readonly pendingReplacement?: boolean;
  readonly initErrors?: readonly string[];
}

const entryOf = ({ id = "", inputs = {}, outputs = {}, initErrors = [] }: Resource): Entry => ({
  id,
  inputs,
  outputs,
  unfinished: initErrors.length > 0,
});

/** Within this time the calls of a command that was killed have come to their end, in milliseconds. */
const CALLS_END = 5_000;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** The real engine with a stack of its own. */
export class RealEngine implements Engine {
  private resources: readonly Resource[] = [];
  /** Provider processes whose command was killed. */
  private readonly left: number[] = [];
  private stillCalling = false;

  private constructor(
    private readonly stack: EngineStack,
    private readonly heard: (text: string) => void,
  ) {}

  static async open(env: Readonly<Record<string, string>>, heard: (text: string) => void): Promise<RealEngine> {
    return new RealEngine(await EngineStack.create(env), heard);
  }

  up = (declared: Program, moment?: Moment): Promise<Outcome[]> =>
    this.run(
      (onEvent) => this.stack.up(program(declared), { onEvent, continueOnError: true }),
      (slot) => (declared.has(slot) || this.entries(slot).present ? undefined : "same"),
      moment,
    );

  refresh = (_: Program, moment?: Moment): Promise<Outcome[]> =>
    this.run(
      (onEvent) => this.stack.refresh({ onEvent, clearPendingCreates: true }),
      () => "refresh",
      moment,
    );

  entries(slot: number) {
    const mine = this.resources.filter(({ urn, pendingReplacement }) => ofSlot(slot, urn) && !pendingReplacement);
    const present = mine.find((resource) => !resource.delete);
    return {
      present: present && entryOf(present),
      leaving: mine.filter((resource) => resource.delete).map(entryOf),
    };
  }

  wouldChange = (): Promise<undefined> => Promise.resolve(undefined);

  // The process stays behind when its calls have ended, so its end cannot be waited for.
  async settled(): Promise<void> {
    if (this.stillCalling) await pause(CALLS_END);
    this.stillCalling = false;
  }

  async close(): Promise<void> {
    for (const id of this.left) {
      try {
        process.kill(id, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    await this.stack.close();
  }

  /** @param untouched What it comes to when the engine says nothing of a slot. */
  private async run(
    work: (onEvent: (event: EngineEvent) => void) => Promise<{ failed: boolean; output: string }>,
    untouched: (slot: number) => Operation | undefined,
    moment?: Moment,
  ): Promise<Outcome[]> {
    const events: EngineEvent[] = [];
    const expected = SLOTS.map(untouched);
    let over = false;
    const struck = moment?.struck.then(() => (over ? undefined : this.strike(moment.victim)));
    const { failed, output } = await work((event) => events.push(event));
    over = true;
    this.heard(output);
    if (await this.stack.locked()) {
      await struck;
      await this.stack.cancel();
    }
    const { deployment } = await this.stack.export();
    this.resources = deployment.resources ?? [];
    return SLOTS.map((slot) => outcomeOf(slot, events, failed ? output : undefined, expected[slot]));
  }

  private async strike(victim: Moment["victim"]): Promise<void> {
    const processes = await this.stack.processes();
    const id = processes[victim];
    if (id === undefined) return;
    process.kill(id, "SIGKILL");
    if (victim !== "cli") return;
    this.stillCalling = true;
    if (processes.provider !== undefined) this.left.push(processes.provider);
  }
}

function outcomeOf(
  slot: number,
  events: readonly EngineEvent[],
  failed: string | undefined,
  untouched: Operation | undefined,
): Outcome {
  const errors = events.flatMap(({ diagnosticEvent: told }) =>
    told?.severity === "error" && ofSlot(slot, told.urn) ? [told.message] : [],
  );
  const wrong = events.some(({ resOpFailedEvent: step }) => ofSlot(slot, step?.metadata.urn));
  const done = events.flatMap(({ resOutputsEvent: step }) =>
    step !== undefined && ofSlot(slot, step.metadata.urn) ? (OPERATIONS[step.metadata.op] ?? []) : [],
  );
  const operation = done.find((op) => op === "replace") ?? done[0] ?? untouched;
  if (errors.length > 0 || wrong) return { operation, failure: errors.join("\n") || failed };
  if (operation === undefined || (failed !== undefined && done.length === 0 && untouched === undefined)) {
    return { operation, failure: `not reached: ${failed ?? "nothing was told of it"}` };
  }
  return { operation };
}
