import { modifyInstance } from "../api/instances";
import type { InPlace } from "../changes";
import { toModifyRequest } from "../model";
import { extend } from "./capacity";
import type { StepContext } from "./context";
import { replacePassword } from "./password";
import { retag } from "./tags";

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
