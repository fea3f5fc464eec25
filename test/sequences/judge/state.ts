import type { InstanceSnapshot } from "../../../emulator";
import type { Entry } from "../engines/engine";
import { differences, servedView, viewOf } from "../play/views";
import { Violation } from "../violation";

/** The state against the service. */
export interface Expected {
  /** Fields that Pulumi cannot know of yet. */
  readonly but?: ReadonlySet<string>;
  readonly password: unknown;
  /** A status the cache has left since Pulumi looked. */
  readonly earlier?: unknown;
}

export function judgeState({ outputs }: Entry, served: InstanceSnapshot, { but, password, earlier }: Expected): void {
  const kept = differences(viewOf(outputs), servedView(served), but);
  if (kept.length > 0) throw new Violation(`state against served: ${kept.join("; ")}`);
  // Under the engine it is a cipher.
  if (typeof outputs.password !== "object" && outputs.password !== password)
    throw new Violation("the state has another password than declared");
  const { status } = outputs;
  if (status !== "RUNNING" && served.status === "RUNNING" && status !== earlier)
    throw new Violation(`the state says ${status}, the cache serves`);
}
