import type { RunClient } from "../../process/configuration";
import type { Step, StepContext } from "../../resource/describe/resource-type";
import type { Instance } from "../api/types";

export type InstanceStep = StepContext<RunClient, Instance>;

/** An argument that changes. */
export interface Changing {
  /** As the program writes it, for messages. */
  readonly name: string;
  /** In the state before the update. */
  readonly before: unknown;
  /** As declared. `undefined`: no longer declared. */
  readonly wanted: unknown;
}

/** A step of one argument: the one whose row names the step. */
export const ofOne =
  (carryOut: (step: InstanceStep, argument: Changing) => Promise<void>): Step<RunClient, Instance>["carryOut"] =>
  (step) => {
    const [name] = step.properties as readonly [string];
    return carryOut(step, { name, before: step.state[name], wanted: step.declared[name] });
  };
