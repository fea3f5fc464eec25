import type { InstanceSnapshot } from "../../../emulator";
import type { Engine, Entry, Outcome, Program } from "../engines/engine";
import type { Circumstances } from "../model/circumstances";
import type { Place } from "../model/declaration";
import type { Model } from "../model/model";
import { SLOTS } from "../model/sequence";
import type { Service } from "./service";

/** All that knows of the caches of one sequence. */
export interface Scene {
  readonly place: Place;
  readonly engine: Engine;
  readonly service: Service;
  readonly model: Model;
}

/** How it was before a run. */
export interface Before {
  readonly calls: number;
  /** By slot. */
  readonly entries: ReadonlyArray<Entry | undefined>;
  readonly served: ReadonlyArray<InstanceSnapshot | undefined>;
}

/** A run of the engine that is over. */
export interface Played {
  readonly program: Program;
  readonly under: Circumstances;
  readonly before: Before;
  /** By slot. */
  readonly outcomes: readonly Outcome[];
}

export function lookAround({ engine, service }: Scene): Before {
  const entries = SLOTS.map((slot) => engine.entries(slot).present);
  return {
    calls: service.callsSoFar(),
    entries,
    served: entries.map((entry) => entry && service.served(entry.id)),
  };
}
