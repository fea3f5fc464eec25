import type { SchemaObject } from "ajv";
import type { Run } from "../../process/run";
import type { Arguments, Values } from "./argument";
import type { Failure } from "./failure";
import type { Operations } from "./operations";
import type { Sighting } from "./wait";

/** Bounds of a call. */
export interface Within {
  /** Milliseconds since the epoch after which no further try is started. */
  readonly deadline?: number;
}

/** What a status means to somebody who waits. */
export type StatusClass = "serving" | "failed" | "transitional" | "stopped";

/** The statuses that mean something to the kit, in upper case. One that is not listed is transitional, until the time limit. */
export interface Statuses {
  readonly classes: Readonly<Record<string, StatusClass>>;
  /** It never served and never will: nothing is lost with it. */
  readonly createFailed: string;
  /** It serves for the first time when this is over. */
  readonly creating: string;
  /** It is on its way out already. */
  readonly deleting: string;
}

/** The calls of the service, and how to understand what it answers. `L` is what a read answers. */
export interface Calls<C, L> {
  read(service: C, id: string, within?: Within): Promise<L>;
  delete(service: C, id: string, within?: Within): Promise<void>;
  /** All of them in one call, so that however many wait, a look at them costs one. Absent: each is read by itself. */
  list?(service: C, within?: Within): Promise<Sighting[]>;
  sightingOf(live: L): Sighting;
  /** The service does not know the resource (any more). */
  isNotFound(error: unknown): boolean;
  /** The resource is occupied; the same call succeeds later. */
  isBusy(error: unknown): boolean;
}

/** What a step has to work with. */
export interface StepContext<C, L> {
  readonly service: C;
  readonly id: string;
  /** The resource as it was just read. */
  readonly live: L;
  /** What it was known to be before. */
  readonly state: Values;
  readonly declared: Values;
  /** The arguments this step has to change. */
  readonly properties: readonly string[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** A way to change a running resource. */
export interface Step<C, L> {
  /** Makes the calls. They may be made again: what is asked for is absolute, never "one more". */
  carryOut(context: StepContext<C, L>): Promise<void>;
  /** Done with the answer; otherwise it only begins then. */
  readonly atOnce: boolean;
}

/** What only the service knows of a declaration, before anything is touched. */
export interface Findings {
  readonly failures: readonly Failure[];
  /** What the update is going to do that Pulumi itself does not show. */
  readonly lines: readonly string[];
  /** Why the service could not be asked; what it would have said stays open until the update. */
  readonly warning?: string;
}

export interface Created {
  readonly id: string;
  readonly state: Values;
}

/** A type of resources, as the kit needs it described. `C` is the open service of one place. */
export interface ResourceType<C extends object, L> {
  /** What messages call one, e.g. `cache`. */
  readonly noun: string;
  /** What is lost when one is replaced, as in "its data and address". */
  readonly lost: string;
  readonly schema: SchemaObject;
  readonly arguments: Arguments;
  /** Ways to change one in place, in the order in which one update takes them. */
  readonly steps: Readonly<Record<string, Step<C, L>>>;
  readonly statuses: Statuses;
  readonly calls: Calls<C, L>;
  /** Default limits of `customTimeouts`, in milliseconds. */
  readonly timeouts: Readonly<Record<"create" | "update" | "delete", number>>;
  /** The service of the place that the values name. Throws what is wrong with the configuration. */
  connect(run: Run, at: Values): C;
  /** What is wrong with the configuration, for this resource; without a call. */
  problems?(run: Run, inputs: Values): readonly string[];
  /** The inputs with what the schema's defaults and the configuration say where the program says nothing. */
  withDefaults?(run: Run, inputs: Values): Values;
  /** The declaration with what it says without saying it. */
  implied?(declared: Values): Values;
  /** Asks the service what only it knows; `inputs` hold nothing that is known to be broken. */
  lookAhead?(
    run: Run,
    inputs: Values,
    options: { readonly isNew: boolean; readonly isSound: boolean },
  ): Promise<Findings>;
  /** Why a replacement that is about to begin would fail after the old one is deleted. */
  obstacleToReplacement?(run: Run, declared: Values): Promise<string | undefined>;
  /** The state of what was read, in the spelling of the declaration where both mean the same. */
  toState(service: C, declared: Values, live: L): Promise<Values>;
  /** Makes one, or takes over what exists, and waits until it serves. */
  create(operations: Operations<L>, service: C, inputs: Values): Promise<Created>;
  /** Does what refresh and destroy do, too: neither runs the program. */
  outsideProgram?<T>(run: Run, at: Values, work: () => Promise<T>): Promise<T>;
  /** Where the service is, as messages say it. */
  place?(service: C): Promise<string>;
  /** What the state holds of the place, so that it is found there ever after. */
  placeOf?(service: C, values: Values): Promise<Values>;
  /** What to do about one whose status is `stopped` or `failed`. */
  readonly remedies?: Readonly<{ stopped?: string; failed?: string }>;
}

/** What messages call this one. */
export function labelOf({ noun }: { readonly noun: string }, { name }: Values, id?: string): string {
  if (name === undefined) return id === undefined ? `a ${noun}` : `${noun} ${id}`;
  return `${noun} "${name}"${id === undefined ? "" : ` (${id})`}`;
}
