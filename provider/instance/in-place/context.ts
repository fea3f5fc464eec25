import type { DcsClient } from "../../client/dcs-client";
import type { Instance } from "../api/types";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../types";

/** What a step has to work with. */
export interface StepContext {
  readonly dcs: DcsClient;
  readonly id: string;
  /** The instance as it was just read. */
  readonly instance: Instance;
  /** What the instance was known to be before. */
  readonly state: InstanceOutputs;
  readonly declared: InstanceInputs;
  /** The arguments this step has to change. */
  readonly properties: readonly ArgumentName[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}
