import type { Props } from "../../process/support/provider-process";

/** A resource as the state holds it. */
export interface Entry {
  readonly id: string;
  readonly inputs: Props;
  readonly outputs: Props;
  /** Its creation or last update did not end well; the next `up` goes on with it. */
  readonly unfinished: boolean;
}

export type Operation = "same" | "create" | "update" | "replace" | "delete" | "refresh";

/** What a run did to one resource. */
export interface Outcome {
  readonly operation?: Operation;
  /** What the user was told; absent when all went well. */
  readonly failure?: string;
}

/** When a run is killed, and which process. */
export interface Moment {
  readonly victim: "cli" | "provider";
  /** Resolves when the moment has come. */
  readonly struck: Promise<void>;
}

/** What a program declares, by slot. */
export type Program = ReadonlyMap<number, Props>;

/** Whatever brings a program about: a few lines that call the provider as the engine does, or the engine itself. */
export interface Engine {
  up(program: Program, moment?: Moment): Promise<Outcome[]>;
  refresh(program: Program, moment?: Moment): Promise<Outcome[]>;
  /** The resources in the state: the present one, and those that wait for their deletion. */
  entries(slot: number): { readonly present?: Entry; readonly leaving: readonly Entry[] };
  /** Whether another `up` would change the resource; `undefined` where only that itself can tell. */
  wouldChange(slot: number, declared: Props): Promise<boolean | undefined>;
  /** Waits for calls that a killed command left running. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
