import type { DcsClient } from "../client/dcs-client";
import { isBusy, isNotFound } from "../client/dcs-errors";
import { isAmbiguous } from "../http/errors/api-error";
import { pause } from "../http/retry/pause";
import { readInstance } from "./api/instances";
import type { Instance } from "./api/types";
import { CHANGES, IN_PLACE, type InPlace } from "./changes";
import { type Before, difference } from "./diff";
import { sameMeaning } from "./equality";
import type { StepContext } from "./in-place/context";
import { STEPS } from "./in-place/steps";
import { observe } from "./observe";
import { messageOf, PartialFailure } from "./partial-failure";
import { InstanceFailed, InstanceGone, settled } from "./settle";
import { classOf } from "./statuses";
import { tell } from "./tell";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "./types";
import { WaitTimeout } from "./wait";
import { nextInterval, spoken, timeoutOf } from "./wait-policy";

// A change whose answer was lost is looked up, and made again if it is not there.
const TRIES = 3;

// Within this time an accepted change must be seen at the instance.
const EFFECT_WITHIN = 120_000;

/**
 * Brings a running instance to what is declared, in place: attributes, tags, password, capacity, in this order, each
 * waited for and read back before the next. A failure carries what was reached, so that the next update does the rest.
 * With nothing to change it still waits until the instance serves: an interrupted create is resumed that way.
 *
 * @param before What held before; decides which arguments the program has taken away.
 */
export async function update(
  dcs: DcsClient,
  id: string,
  state: InstanceOutputs,
  declared: InstanceInputs,
  before: Before,
): Promise<InstanceOutputs> {
  const deadline = Date.now() + timeoutOf("update", declared.customTimeouts?.update);
  const work = new Update({ dcs, id, state, declared, deadline }, before);
  try {
    return await work.carryOut();
  } catch (error) {
    if (isNotFound(error)) throw new InstanceGone(declared.name, id);
    // A wreck is known as one by its status: the next `up` replaces it.
    const status = error instanceof InstanceFailed ? error.status : work.reached.status;
    const resume = error instanceof WaitTimeout ? ". Run `pulumi up` again to go on waiting" : "";
    throw new PartialFailure(
      id,
      { ...work.reached, status },
      `cache "${state.name}" (${id}) was not updated: ${whyNot(error)}${resume}`,
    );
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof InstanceFailed) || classOf(error.status) !== "failed") return messageOf(error);
  return `it is ${error.status} (${error.reason}). Restart it in the DCS console and run \`pulumi up\` again, which does what is left. To give it up with its data for a new one, run \`pulumi destroy --target <urn>\` and then \`pulumi up\``;
}

class Update {
  /** What is known to be done. */
  reached: InstanceOutputs;
  private readonly changing: readonly ArgumentName[];
  private readonly done = new Set<ArgumentName>();
  /** When it was last seen to come to rest, milliseconds since the epoch. */
  private restingSince = 0;

  constructor(
    private readonly context: Omit<StepContext, "instance" | "properties">,
    before: Before,
  ) {
    const { state, declared } = context;
    this.reached = state;
    this.changing = difference(state, declared, before).modified;
  }

  async carryOut(): Promise<InstanceOutputs> {
    const { dcs, declared } = this.context;
    let instance = await this.serving();
    for (const how of IN_PLACE) {
      const properties = this.changing.filter((property) => CHANGES[property].how === how);
      if (properties.length > 0) instance = await this.take(how, properties, instance);
    }
    return observe(dcs, declared, instance);
  }

  private async take(how: InPlace, properties: readonly ArgumentName[], before: Instance): Promise<Instance> {
    const { dcs, state, declared, deadline } = this.context;
    const since = Date.now();
    for (let lost = 0, instance = before; ; instance = await this.serving()) {
      // What an interrupted update has done already is not done again.
      const served = await observe(dcs, state, instance);
      const left = properties.filter((property) => !sameMeaning(property, served, declared));
      if (left.length === 0) break;
      try {
        await STEPS[how].carryOut({ ...this.context, instance, properties: left });
        break;
      } catch (error) {
        const waited = Date.now() - since;
        if (isAmbiguous(error)) lost++;
        else if (!isBusy(error)) throw error;
        if (lost === TRIES || Date.now() + nextInterval(waited) > deadline) throw error;
        if (waited < nextInterval(0))
          tell(`cache "${state.name}" ${isBusy(error) ? "is occupied" : "gave no clear answer"}; trying again`);
        await pause(nextInterval(waited));
      }
    }
    for (const property of properties) this.done.add(property);
    if (STEPS[how].atOnce) this.reached = this.expected();
    return this.readBack(properties);
  }

  private async readBack(properties: readonly ArgumentName[]): Promise<Instance> {
    const { dcs, declared, deadline } = this.context;
    const since = Date.now();
    for (;;) {
      const instance = await this.serving();
      this.reached = await observe(dcs, this.expected(), instance);
      const missing = properties.filter((property) => !sameMeaning(property, this.reached, declared));
      if (missing.length === 0) return instance;
      const waited = Date.now() - Math.max(since, this.restingSince);
      if (waited > EFFECT_WITHIN || Date.now() > deadline) {
        throw new Error(
          `the service took the change of ${missing.join(", ")}, but ${spoken(waited)} later the instance does not show it: run \`pulumi up\` again`,
        );
      }
      await pause(nextInterval(waited));
    }
  }

  /** What is known, with the declared values of what is done. */
  private expected(): InstanceOutputs {
    const declared = [...this.done].map((property) => [property, this.context.declared[property]]);
    return { ...this.reached, ...Object.fromEntries(declared) };
  }

  private async serving(): Promise<Instance> {
    const { dcs, id, declared, deadline } = this.context;
    const instance = await readInstance(dcs, id, { deadline });
    if (classOf(instance.status) === "serving") return instance;
    const timeout = Math.max(0, deadline - Date.now());
    const limit = timeoutOf("update", declared.customTimeouts?.update);
    const rested = await settled(dcs, { id, name: declared.name, what: "to be running", timeout, limit });
    this.restingSince = Date.now();
    return rested;
  }
}
