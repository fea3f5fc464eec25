import { isAmbiguous } from "../../http/errors/api-error";
import { stopIfInterrupted } from "../../http/retry/interruption";
import { pause } from "../../http/retry/pause";
import { log } from "../../process/log";
import type { Run } from "../../process/run";
import { type Argument, type Arguments, isSame, type Values } from "../describe/argument";
import type { Update } from "../describe/operations";
import { labelOf, type ResourceType, type Stage, type Step, type StepContext } from "../describe/resource-type";
import { classOf } from "../describe/statuses";
import { difference } from "../diff/difference";
import { messageOf, PartialFailure } from "../state/partial-failure";
import { formatDuration, timeoutOf } from "../wait/duration";
import { nextInterval } from "../wait/wait-policy";
import { WaitTimeout } from "../wait/wait-timeout";
import { ResourceFailed, ResourceGone, waitUntilServing } from "../wait/wait-until-serving";

// If the answer to a change was lost, the resource is read, and the change is made again if it is missing.
const TRIES = 3;

// The resource must show an accepted change within this time.
const EFFECT_WITHIN = 120_000;

/**
 * Changes a running resource to what is declared, in the order of the type's steps. Each step is waited for and read back
 * before the next. A failure carries the finished steps, so that the next update does the rest. Even with nothing to
 * change it waits until the resource serves: this resumes an interrupted create.
 */
export async function update<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  service: C,
  wanted: Update,
): Promise<Values> {
  const { id, state, declared } = wanted;
  const work = new Updating(type, run, service, wanted);
  try {
    return await work.carryOut();
  } catch (error) {
    if (type.calls.isNotFound(error)) throw new ResourceGone(labelOf(type, declared, id));
    // A resource that failed for good keeps its status in the state: the next `up` acts on it.
    const status = error instanceof ResourceFailed ? error.status : work.reached.status;
    const resume = error instanceof WaitTimeout ? ". Run `pulumi up` again to go on waiting" : "";
    throw new PartialFailure(
      id,
      { ...work.reached, ...recorded(type.arguments, state, declared), status },
      `${labelOf(type, state, id)} was not updated: ${whyNot(type, error)}${resume}`,
    );
  }
}

// What needs no call counts at once. Protection ends only when an update has done everything.
function recorded(all: Arguments, state: Values, declared: Values): Values {
  const names = Object.keys(all).filter((name) => all[name]?.change.how === "record" && declared[name] !== undefined);
  const values = Object.fromEntries(names.map((name) => [name, declared[name]]));
  return state.deletionProtection === true ? { ...values, deletionProtection: true } : values;
}

function whyNot({ remedies }: { readonly remedies?: { readonly failed?: string } }, error: unknown): string {
  if (!(error instanceof ResourceFailed) || error.kind !== "failed") return messageOf(error);
  return `it is ${error.status} (${error.reason})${remedies?.failed ? `. ${remedies.failed}` : ""}`;
}

class Updating<C extends object, L> {
  /** The state as far as it is known to be reached. */
  reached: Values;
  private readonly changing: readonly string[];
  /** What the program declares and implies. */
  private readonly declared: Values;
  private readonly done = new Set<string>();
  private readonly deadline: number;
  private readonly limit: number;
  /** When a wait last ended with the resource serving, milliseconds since the epoch. */
  private restingSince = 0;

  constructor(
    private readonly type: ResourceType<C, L>,
    private readonly run: Run,
    private readonly service: C,
    private readonly wanted: Update,
  ) {
    const { state, declared, before } = wanted;
    this.limit = timeoutOf(type, "update", declared);
    this.deadline = Date.now() + this.limit;
    this.reached = state;
    this.declared = type.implied?.(declared) ?? declared;
    const { modified } = difference(type.arguments, state, this.declared, before);
    this.changing = wanted.only === undefined ? modified : modified.filter((name) => wanted.only?.includes(name));
  }

  async carryOut(): Promise<Values> {
    const { type, service, wanted } = this;
    let live = await this.serving();
    for (const step of Object.keys(type.steps)) {
      const properties = this.changing.filter((name) => (type.arguments[name] as Argument).change.how === step);
      if (properties.length > 0) live = await this.take(step, properties, live);
    }
    return type.toState(service, wanted.declared, live);
  }

  private missing(properties: readonly string[], served: Values): string[] {
    return properties.filter((name) => !isSame(this.type.arguments, name, served, this.declared));
  }

  private async take(step: string, properties: readonly string[], before: L): Promise<L> {
    const { type, service, wanted, deadline } = this;
    const { carryOut, atOnce } = type.steps[step] as Step<C, L>;
    let since = Date.now();
    for (let lost = 0, live = before; ; live = await this.serving()) {
      stopIfInterrupted();
      // An interrupted update may have made the change already; it is not made again.
      const left = this.missing(properties, await type.toState(service, wanted.state, live, properties));
      if (left.length === 0) break;
      let stage: Stage<L> | undefined;
      try {
        const { id, state } = wanted;
        const { declared } = this;
        const context: StepContext<C, L> = { service, id, state, declared, live, properties: left, deadline };
        await carryOut(context, (begun) => {
          stage = begun;
        });
      } catch (error) {
        const waited = Date.now() - since;
        const busy = type.calls.isBusy(error);
        if (isAmbiguous(error)) lost++;
        else if (!busy) throw error;
        if (lost === TRIES || Date.now() + nextInterval(waited) > deadline) throw error;
        if (waited < nextInterval(0))
          log(`${labelOf(type, wanted.state)} ${busy ? "is occupied" : "gave no clear answer"}; trying again`);
        await pause(nextInterval(waited));
        continue;
      }
      if (!stage) break;
      await this.reach(stage, properties);
      lost = 0;
      since = Date.now();
    }
    for (const name of properties) this.done.add(name);
    if (atOnce) this.reached = this.expected();
    return this.readBack(properties);
  }

  /** Waits until the resource shows a part of a step. */
  private reach(stage: Stage<L>, properties: readonly string[]): Promise<L> {
    return this.shown(properties, async (live) =>
      (await stage.reached(live))
        ? undefined
        : { taken: stage.what, instead: `the ${this.type.noun} is still ${stage.instead(live)}` },
    );
  }

  private readBack(properties: readonly string[]): Promise<L> {
    return this.shown(properties, async () => {
      const missing = this.missing(properties, this.reached);
      if (missing.length === 0) return undefined;
      return { taken: `the change of ${missing.join(", ")}`, instead: `the ${this.type.noun} does not show it` };
    });
  }

  /** Reads the resource until nothing of an accepted change is missing. */
  private async shown(
    properties: readonly string[],
    missingIn: (live: L) => Promise<{ readonly taken: string; readonly instead: string } | undefined>,
  ): Promise<L> {
    const since = Date.now();
    for (;;) {
      const live = await this.serving();
      this.reached = await this.type.toState(this.service, this.expected(), live, properties);
      const missing = await missingIn(live);
      if (!missing) return live;
      const waited = Date.now() - Math.max(since, this.restingSince);
      if (waited > EFFECT_WITHIN || Date.now() > this.deadline) {
        throw new Error(
          `the service took ${missing.taken}, but ${formatDuration(waited)} later ${missing.instead}: run \`pulumi up\` again`,
        );
      }
      await pause(nextInterval(waited));
    }
  }

  /** The known state, with the declared values of the arguments whose change is done. */
  private expected(): Values {
    const declared = [...this.done].map((name) => [name, this.wanted.declared[name]]);
    return { ...this.reached, ...Object.fromEntries(declared) };
  }

  private async serving(): Promise<L> {
    const { type, run, service, deadline, limit } = this;
    const { id, declared } = this.wanted;
    const label = labelOf(type, declared, id);
    for (const since = Date.now(); ; ) {
      let live = await type.calls.read(service, id, { deadline });
      if (classOf(type.statuses, type.calls.sightingOf(live).status) !== "serving") {
        const timeout = Math.max(0, deadline - Date.now());
        live = await waitUntilServing(type, run, service, { id, label, what: "to be running", timeout, limit });
        this.restingSince = Date.now();
      }
      // A resource may serve and still be at work on an earlier change.
      const work = this.changing.length > 0 && (await type.calls.occupation?.(service, live, { deadline }));
      if (!work) return live;
      const waited = Date.now() - since;
      if (Date.now() + nextInterval(waited) > deadline)
        throw new Error(`it is still busy with ${work}: run \`pulumi up\` again later`);
      if (waited < nextInterval(0)) log(`${label} is busy with ${work}; waiting until that is over`);
      await pause(nextInterval(waited));
      this.restingSince = Date.now();
    }
  }
}
