import { modifyInstance } from "../../api/instances";
import type { Requester } from "../../api/requester";
import type { Instance } from "../../api/types";
import type { InPlace } from "../changes";
import { toModifyRequest } from "../model";
import type { ArgumentName, InstanceInputs, InstanceOutputs } from "../types";
import { extend } from "./capacity";
import { replacePassword } from "./password";
import { retag } from "./tags";

/** What a step has to work with. */
export interface StepContext {
  readonly dcs: Requester;
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

export interface Step {
  /** Makes the calls. They may be made again: what is asked for is absolute, never "one more". */
  readonly carryOut: (context: StepContext) => Promise<void>;
  /** Done with the answer; otherwise it only begins then. */
  readonly atOnce: boolean;
}

async function modify({ dcs, id, instance, declared, properties, deadline }: StepContext): Promise<void> {
  const body = toModifyRequest(declared, properties, instance);
  // An empty body is refused by some editions.
  if (Object.keys(body).length > 0) await modifyInstance(dcs, id, body, { deadline });
}

/** How each way of changing a running instance is carried out. */
export const STEPS: Readonly<Record<InPlace, Step>> = {
  modify: { carryOut: modify, atOnce: true },
  tag: { carryOut: retag, atOnce: true },
  password: { carryOut: replacePassword, atOnce: true },
  extend: { carryOut: extend, atOnce: false },
};
